import { admin, agent, button, heading, page, press, text, type Screen } from './screen.ts'

const settings = { who: admin, query: page('settings') }

/** Settings with the connection's health, and the wizard. */
export const SETTINGS: Screen[] = [
  { ...settings, name: 'settings', sign: text('connection.fine') },
  {
    ...settings,
    name: 'settings-changed',
    reach: ({ app }) => app.getByRole('switch').first().click(),
    sign: (scene) => button(scene, 'action.save')
  },
  {
    ...settings,
    name: 'settings-country',
    who: (gallery) => [gallery.portal('empty'), 1],
    reach: ({ app, t }) =>
      app
        .getByRole('button')
        .filter({ hasText: t('settings.chooseCountry') })
        .first()
        .click(),
    sign: ({ app }) => app.locator('[role="option"]').first()
  },
  { ...settings, name: 'settings-read-only', who: agent, sign: text('settings.readOnly') },
  {
    ...settings,
    name: 'connection-calls',
    reach: press('connection.show'),
    sign: ({ app }) => app.getByRole('table').last()
  },
  {
    ...settings,
    name: 'connection-trouble',
    who: (gallery) => [gallery.portal('busy'), 1],
    sign: text('connection.help.refused')
  },
  {
    name: 'wizard',
    who: (gallery) => [gallery.portal('newcomer'), 1],
    sign: (scene) => button(scene, 'install.start')
  },
  {
    name: 'wizard-done',
    who: (gallery) => [gallery.portal('finished'), 1],
    reach: async (scene) => {
      const [start, open] = [button(scene, 'install.start'), button(scene, 'install.open')]
      await start.or(open).waitFor()
      if (await start.isVisible()) await start.click()
    },
    sign: heading('install.firstLook')
  },
  {
    name: 'wizard-failed',
    who: (gallery) => [gallery.portal('poor'), 1],
    reach: async (scene) => {
      const [start, again] = [button(scene, 'install.start'), button(scene, 'action.tryAgain')]
      await start.or(again).waitFor()
      if (await start.isVisible()) await start.click()
    },
    sign: (scene) => button(scene, 'action.tryAgain'),
    mayComplain: /4\d\d|5\d\d/
  },
  { name: 'wizard-not-linked', who: (gallery) => [gallery.portal('stranger'), 1], sign: text('install.notLinked') }
]
