import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { WaterfallChart, type WaterfallStep } from '#src/charts/waterfall-chart.tsx';
import { LocaleProvider } from '#src/messages/locale.tsx';

const steps: WaterfallStep[] = [
  { id: 'mended', name: 'Mended', value: -20 },
  { id: 'known', name: 'Became known', value: 50, unsure: true, detail: '3 things' },
  { id: 'little', name: 'Little', value: 0 },
];

function show(given: Partial<Parameters<typeof WaterfallChart>[0]> = {}) {
  return render(
    <MantineProvider env="test">
      <LocaleProvider initial="en">
        <WaterfallChart
          start={{ id: 'a', name: 'January', value: 100 }}
          steps={steps}
          end={{ id: 'b', name: 'July', value: 130 }}
          format={(level) => `${level} yuan`}
          formatChange={(value) => `${value > 0 ? '+' : ''}${value}`}
          unsureWord="Became known"
          {...given}
        />
      </LocaleProvider>
    </MantineProvider>,
  );
}

/** Where a bar begins and ends from left to right. */
function barsIn(container: HTMLElement): [left: number, right: number][] {
  return [...container.querySelectorAll('[data-step]')].map((bar) => {
    const [x, width] = [Number(bar.getAttribute('x')), Number(bar.getAttribute('width'))];
    return [x, x + width];
  });
}

describe('a waterfall', () => {
  it('begins each bar where the one above ended, the levels at the baseline', () => {
    const { container } = show();
    const [first, down, up, little, last] = barsIn(container);
    const zero = Number(container.querySelector('[data-baseline]')?.getAttribute('x1'));
    expect([first?.[0], last?.[0]]).toEqual([zero, zero]);
    expect(down?.[1]).toBeCloseTo(first?.[1] ?? NaN, 6);
    expect(up?.[0]).toBeCloseTo(down?.[0] ?? NaN, 6);
    expect(last?.[1]).toBeCloseTo(up?.[1] ?? NaN, 6);
    expect((little?.[1] ?? 0) - (little?.[0] ?? 0)).toBeGreaterThan(2);
  });

  it('keeps the baseline in sight where levels lie below it', () => {
    const { container } = show({
      start: { id: 'a', name: 'January', value: -10 },
      steps: [{ id: 'up', name: 'Up', value: 30 }],
      end: { id: 'b', name: 'July', value: 20 },
    });
    const zero = Number(container.querySelector('[data-baseline]')?.getAttribute('x1'));
    const [first, up, last] = barsIn(container);
    expect(first?.[1]).toBeCloseTo(zero, 6);
    expect(up?.[0]).toBeCloseTo(first?.[0] ?? NaN, 6);
    expect(last?.[0]).toBeCloseTo(zero, 6);
  });

  it('says each bar in words and hatches what only became known', () => {
    const { container } = show();
    expect(screen.getAllByRole('img').map((mark) => mark.getAttribute('aria-label'))).toEqual([
      'January: 100 yuan',
      'Mended: -20',
      'Became known: +50, 3 things',
      'Little: 0',
      'July: 130 yuan',
    ]);
    const fill = (look: string) => container.querySelector(`[data-step=${look}]`)?.getAttribute('fill');
    expect(fill('unsure')).toMatch(/^url\(/);
    expect(new Set([fill('total'), fill('rise'), fill('fall')]).size).toBe(3);
    expect(screen.getAllByRole('listitem').map((entry) => entry.textContent)).toEqual([
      'Raises it',
      'Lowers it',
      'Became known',
    ]);
  });

  it('leads from each bar to what is behind it, by the keyboard too', async () => {
    const opened: string[] = [];
    show({ onSelect: (id) => opened.push(id) });
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /^Mended/ }));
    await user.tab();
    await user.keyboard('{Enter}');
    expect(opened).toEqual(['mended', 'known']);
  });
});
