export { Confirm, type ConfirmAsk, type ConflictAsk, type ConflictField } from './dialogs/confirm';
export { UiFileDrop } from './file-drop';
export { errorText } from './form/error-text';
export { UiFieldError } from './form/field-error';
export { UiFormPage } from './form/form-page';
export { UiLookup, type LookupOption } from './form/lookup';
export { UiFormSection } from './form/form-section';
export { applyProblem } from './form/problem-to-form';
export { UiIcon } from './icon';
export type { IconName } from './icons';
export { UiJobProgress } from './job-progress';
export { UiDesk } from './layout/desk';
export { UiDetailPage } from './layout/detail-page';
export { UiFact, UiFacts } from './layout/facts';
export { UiPageHeader } from './layout/page-header';
export { UiTabs, type Tab } from './layout/tabs';
export { UiTimeline, type TimelineEntry } from './layout/timeline';
export { Trail, type TrailStep } from './layout/trail';
export { UiListPage } from './list/list-page';
export { many, type ListQuery } from './list/list-query';
export {
  ListState,
  listState,
  type Column,
  type Filter,
  type ListOptions,
  type Option,
  type RowPage,
} from './list/list-state';
export { UiBulkActions, UiCell, UiRowActions } from './list/list-templates';
export { isTyping, rowMove, step } from './list/row-keys';
export { UiPopover } from './popover';
export { UiJpBar } from './progress';
export { UiState, type StateTone } from './state-label';
export { UiEmpty } from './states/empty';
export { UiProblem } from './states/problem';
export { UiWaiting } from './states/waiting';
export { UiVerdict, type VerdictTone } from './verdict';
