/** How our side panels differ from the kit's: narrower, in the visible slice, with a title that fits two lines. */
export const PANEL = {
  content: 'in-slice w-[calc(100%-44px)] sm:max-w-[720px]',
  header: 'py-4',
  title: 'text-[18px]/[24px] text-(--ui-color-base-1)'
}
