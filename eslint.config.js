import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const clockAndChance = [
  { object: 'Date', property: 'now', message: 'Time comes in as an Instant; only src/system reads the clock.' },
  { object: 'Math', property: 'random', message: 'Chance comes in as a power; only src/system makes it.' },
];

export default tseslint.config(
  { ignores: ['node_modules', 'coverage', 'data', 'bench', 'reports', '.stryker-tmp'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'Decorator', message: 'Decorators do not survive type stripping.' },
      ],
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['src/**/*.ts', 'commands/**', 'listeners/**', 'interaction-handlers/**'],
    ignores: ['src/system/**'],
    rules: {
      'no-restricted-properties': ['error', ...clockAndChance],
      'no-restricted-syntax': [
        'error',
        { selector: 'Decorator', message: 'Decorators do not survive type stripping.' },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Only src/system reads the clock.',
        },
      ],
      'no-console': 'error',
    },
  },
  {
    // Code points are what these mean by characters.
    files: ['test/**/*.ts', 'chaos/**/*.ts', 'scripts/**/*.ts'],
    rules: { '@typescript-eslint/no-misused-spread': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
  },
  {
    files: ['sandbox/page/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'document',
          'window',
          'fetch',
          'WebSocket',
          'location',
          'localStorage',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'crypto',
          'navigator',
          'history',
          'requestAnimationFrame',
          'CustomEvent',
          'Intl',
          'matchMedia',
          'FormData',
          'AbortController',
          'URLSearchParams',
          'console',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
