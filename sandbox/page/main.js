import { render } from 'preact';
import { App } from './app.js';
import { applySavedTheme } from './bar/theme-button.js';
import { html } from './html.js';
import { makeApi } from './live/api.js';
import { makeStage } from './live/stage.js';

applySavedTheme();
const stage = makeStage(makeApi());
const root = document.getElementById('app');
if (root) render(html`<${App} stage=${stage} />`, root);
void stage.start();
