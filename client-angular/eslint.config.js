// @ts-check
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

export default defineConfig([
    { ignores: ['dist/', '.angular/', 'src/app/api/'] },
    {
        files: ['**/*.ts'],
        extends: [
            eslint.configs.recommended,
            ...tseslint.configs.strict,
            ...tseslint.configs.stylistic,
            ...angular.configs.tsRecommended,
        ],
        processor: angular.processInlineTemplates,
        rules: {
            '@angular-eslint/component-selector': [
                'error',
                { type: 'element', prefix: ['app', 'ui'], style: 'kebab-case' },
            ],
            '@angular-eslint/directive-selector': [
                'error',
                { type: 'attribute', prefix: ['app', 'ui'], style: 'camelCase' },
            ],
            '@angular-eslint/prefer-on-push-component-change-detection': 'error',
            '@angular-eslint/prefer-signals': 'error',
            '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
            '@typescript-eslint/no-dynamic-delete': 'off',
            // Taking a field away by destructuring leaves a name that is meant to be unused.
            '@typescript-eslint/no-unused-vars': [
                'error',
                { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
            ],
            '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
        },
    },
    {
        files: ['**/*.spec.ts'],
        rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
    },
    {
        // The kit and the core know no domain: a page builds on them, never the other way round.
        files: ['src/app/ui/**/*.ts', 'src/app/core/**/*.ts'],
        rules: {
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            group: [
                                '**/{organization,competencies,trainings,learning-hours,certificates,identity,shell}/**',
                            ],
                            message: 'The kit and the core know no domain.',
                        },
                    ],
                },
            ],
        },
    },
    {
        files: ['**/*.html'],
        extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
        rules: {
            '@angular-eslint/template/prefer-control-flow': 'error',
            '@angular-eslint/template/button-has-type': 'error',
            '@angular-eslint/template/no-positive-tabindex': 'error',
            '@angular-eslint/template/no-inline-styles': ['error', { allowNgStyle: true, allowBindToStyle: true }],
        },
    },
]);
