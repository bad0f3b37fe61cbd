/* global HTMLButtonElement */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';

/** @import { Choice } from './choices.js' */

/**
 * @typedef {{
 *   choices: readonly Choice[],
 *   chosen: readonly string[],
 *   placeholder: string,
 *   label?: string,
 *   labelledBy?: string,
 *   describedBy?: string,
 *   min: number,
 *   max: number,
 *   disabled?: boolean,
 *   busy?: boolean,
 *   invalid?: boolean,
 *   onChoose: (values: string[]) => void,
 * }} SelectMenuProps
 */

/** From this many choices on, the list can be searched. */
const SEARCHABLE_FROM = 10;

/**
 * A menu to choose from. One choice closes it; several are gathered and handed over with «Ferdig».
 * @param {SelectMenuProps} props
 */
export function SelectMenu(props) {
  const { choices, chosen, placeholder, label, labelledBy, max, disabled, busy } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  /** @param {string[]} values */
  const finish = (values) => {
    close();
    props.onChoose(values);
  };

  /** @param {KeyboardEvent} event */
  const onOpenerKey = (event) => {
    if (open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    setOpen(true);
  };

  return html`<div class="select">
    <button
      ref=${opener}
      type="button"
      class=${`select-opener ${names.length === 0 ? 'empty' : ''}`}
      id=${`${id}-opener`}
      aria-haspopup="listbox"
      aria-expanded=${open}
      aria-controls=${open ? `${id}-list` : undefined}
      aria-label=${label ? `${label}: ${names.join(', ') || placeholder}` : undefined}
      aria-labelledby=${labelledBy ? `${labelledBy} ${id}-opener` : undefined}
      aria-describedby=${props.describedBy}
      aria-invalid=${props.invalid || undefined}
      aria-busy=${busy || undefined}
      disabled=${disabled}
      onClick=${() => setOpen(!open)}
      onKeyDown=${onOpenerKey}
    >
      ${names.join(', ') || placeholder}
    </button>
    ${open && html`<${ChoiceList} ...${props} id=${id} multiple=${max > 1} onClose=${close} onFinish=${finish} />`}
  </div>`;
}

/**
 * @param {SelectMenuProps & {
 *   id: string, multiple: boolean, onClose: () => void, onFinish: (values: string[]) => void
 * }} props
 */
function ChoiceList({ choices, chosen, min, max, label, labelledBy, id, multiple, onClose, onFinish }) {
  const [picked, setPicked] = useState([...chosen]);
  const [search, setSearch] = useState('');
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(search.toLowerCase()));
  const firstChosen = Math.max(
    0,
    shown.findIndex(({ value }) => chosen.includes(value)),
  );
  const [active, setActive] = useState(firstChosen);
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const panel = useRef(/** @type {HTMLElement | null} */ (null));
  const box = useRef(/** @type {HTMLInputElement | null} */ (null));
  const isSearchable = choices.length >= SEARCHABLE_FROM;
  const at = Math.min(active, shown.length - 1);

  // Before the next key press, or a quick typist's keys would still go to the opener.
  useLayoutEffect(() => {
    (box.current ?? list.current)?.focus();
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  /** @param {string} value */
  const toggle = (value) => {
    if (!multiple) {
      onFinish(picked.includes(value) && min === 0 ? [] : [value]);
      return;
    }
    const without = picked.filter((one) => one !== value);
    if (without.length < picked.length) setPicked(without);
    else if (picked.length < max) setPicked([...picked, value]);
  };

  const canFinish = picked.length >= min && picked.length <= max;

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const isTyping = event.target === box.current;
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowDown: () => setActive(Math.min(at + 1, shown.length - 1)),
      ArrowUp: () => setActive(Math.max(at - 1, 0)),
      Escape: onClose,
      Enter: () => shown[at] && toggle(shown[at].value),
      ...(isTyping
        ? {}
        : {
            Home: () => setActive(0),
            End: () => setActive(shown.length - 1),
            ' ': () => shown[at] && toggle(shown[at].value),
          }),
    };
    const act = acts[event.key];
    if (!act || (event.target instanceof HTMLButtonElement && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const listbox = html`<ul
    ref=${list}
    id=${`${id}-list`}
    class="select-list"
    role="listbox"
    tabindex="0"
    aria-label=${label}
    aria-labelledby=${labelledBy}
    aria-multiselectable=${multiple}
    aria-activedescendant=${shown[at] ? `${id}-${at}` : undefined}
  >
    ${shown.map(
      (choice, index) =>
        html`<li
          id=${`${id}-${index}`}
          key=${choice.value}
          role="option"
          class="select-option"
          data-active=${index === at || undefined}
          aria-selected=${picked.includes(choice.value)}
          onClick=${() => toggle(choice.value)}
          onMouseMove=${() => setActive(index)}
        >
          <span class="select-label">${choice.label}</span>
          ${choice.description && html`<span class="subtext">${choice.description}</span>`}
        </li>`,
    )}
  </ul>`;

  return html`<div ref=${panel} class="select-panel" onKeyDown=${onKeyDown}>
    ${
      isSearchable &&
      html`<input
        ref=${box}
        class="field"
        type="search"
        role="combobox"
        aria-label="Søk i valgene"
        aria-expanded="true"
        aria-controls=${`${id}-list`}
        aria-activedescendant=${shown[at] ? `${id}-${at}` : undefined}
        placeholder="Søk"
        value=${search}
        onInput=${(/** @type {{ currentTarget: HTMLInputElement }} */ event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
      />`
    }
    ${shown.length === 0 ? html`<p class="subtext select-none">Ingen treff</p>` : listbox}
    ${
      multiple &&
      html`<div class="select-foot">
        <span class="subtext">${describeCount(min, max, picked.length)}</span>
        <button
          type="button"
          class="button primary"
          disabled=${!canFinish}
          onClick=${() => onFinish(choices.filter(({ value }) => picked.includes(value)).map(({ value }) => value))}
        >
          Ferdig
        </button>
      </div>`
    }
  </div>`;
}

/** @param {number} min @param {number} max @param {number} count */
const describeCount = (min, max, count) =>
  min === max ? `${count} av ${max} valgt` : `${count} valgt (${min} til ${max})`;
