import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useLocale, useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';
import classes from './preferences.module.css';

/** Language and appearance, one touch each; both are kept on the device. */
export function Preferences() {
  const t = useMessages(shellWords);
  const { locale, setLocale } = useLocale();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'light' ? 'dark' : 'light';
  return (
    <div className={classes.preferences} data-no-print>
      <button
        type="button"
        className={classes.language}
        lang={locale === 'en' ? 'zh-CN' : 'en'}
        onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}
      >
        {t.switchLanguage}
      </button>
      <ActionIcon
        color="gray"
        className={classes.scheme}
        aria-label={`${t.theme}: ${other === 'dark' ? t.dark : t.light}`}
        onClick={() => setColorScheme(other)}
      >
        {other === 'dark' ? <IconMoon aria-hidden stroke={1.6} /> : <IconSun aria-hidden stroke={1.6} />}
      </ActionIcon>
    </div>
  );
}
