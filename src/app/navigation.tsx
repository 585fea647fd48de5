import {
  IconBuildingCommunity,
  IconChartLine,
  IconChecklist,
  IconHistory,
  IconKey,
  IconMapPins,
  IconPencilPlus,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';
import { useCurrentVillage } from '#src/parts/last-village.ts';
import { useMayAnywhere } from '#src/parts/use-may.ts';
import classes from './navigation.module.css';

const active = { className: classes.active ?? '', 'aria-current': 'page' } as const;

/** A side rail on a desktop, a bar at the thumb on a phone, with "Log a visit" in its middle. */
export function Navigation() {
  const t = useMessages(shellWords);
  const villageId = useCurrentVillage();
  const mayView = useMayAnywhere('viewVillage');
  const mayLog = useMayAnywhere('recordVisit');
  const logsOwn = useMayAnywhere('recordOwnVisit');
  const mayAudit = useMayAnywhere('viewAudit');
  const mayManage = useMayAnywhere('manageAccounts');
  // A bar at the thumb has room for five: whoever follows up promises finds them there, and visits in the village.
  const followsUp = useMayAnywhere('reviewVisit') || (mayLog && !logsOwn);
  if (!mayView && !mayManage) return null;
  return (
    <nav className={classes.navigation} aria-label={t.mainNavigation} data-no-print>
      {mayManage ? <AccountLinks /> : null}
      {mayView ? (
        <Link
          to="/"
          className={classes.item}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={active}
        >
          <IconMapPins aria-hidden stroke={1.6} />
          <span>{t.overview}</span>
        </Link>
      ) : null}
      {villageId ? (
        <>
          <Link
            to="/villages/$villageId"
            params={{ villageId }}
            className={classes.item}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={active}
          >
            <IconChartLine aria-hidden stroke={1.6} />
            <span>{t.progress}</span>
          </Link>
          {mayLog ? (
            <Link
              to="/log"
              search={{ village: villageId }}
              className={`${classes.item} ${classes.log}`}
              activeOptions={{ includeSearch: false }}
              activeProps={active}
            >
              <IconPencilPlus aria-hidden stroke={1.6} />
              <span>{t.logVisit}</span>
            </Link>
          ) : null}
          <Link
            to="/villages/$villageId/households"
            params={{ villageId }}
            className={classes.item}
            activeOptions={{ includeSearch: false }}
            activeProps={active}
          >
            <IconUsers aria-hidden stroke={1.6} />
            <span>{t.households}</span>
          </Link>
          <Link
            to="/villages/$villageId/visits"
            params={{ villageId }}
            className={classes.item}
            data-wide={(followsUp && mayLog) || undefined}
            activeOptions={{ includeSearch: false }}
            activeProps={active}
          >
            <IconBuildingCommunity aria-hidden stroke={1.6} />
            <span>{t.visits}</span>
          </Link>
        </>
      ) : null}
      {mayView ? (
        <Link
          to="/commitments"
          className={classes.item}
          data-wide={!followsUp || undefined}
          activeOptions={{ includeSearch: false }}
          activeProps={active}
        >
          <IconChecklist aria-hidden stroke={1.6} />
          <span>{t.commitments}</span>
        </Link>
      ) : null}
      {mayAudit ? (
        <Link
          to="/audit"
          className={classes.item}
          activeOptions={{ includeSearch: false }}
          activeProps={active}
        >
          <IconHistory aria-hidden stroke={1.6} />
          <span>{t.audit}</span>
        </Link>
      ) : null}
    </nav>
  );
}

function AccountLinks() {
  const t = useMessages(shellWords);
  const shared = {
    className: classes.item,
    activeOptions: { exact: true, includeSearch: false },
    activeProps: active,
  };
  return (
    <>
      <Link to="/accounts" {...shared}>
        <IconUserCog aria-hidden stroke={1.6} />
        <span>{t.accounts}</span>
      </Link>
      <Link to="/accounts/tokens" {...shared}>
        <IconKey aria-hidden stroke={1.6} />
        <span>{t.tokens}</span>
      </Link>
    </>
  );
}
