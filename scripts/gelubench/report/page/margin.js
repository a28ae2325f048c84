// SPDX-License-Identifier: Apache-2.0
// margin.py again: how much faster one row is than another, with the same random words.
const byNumber = (a, b) => a - b;

function median(values) {
  const of = [...values].sort(byNumber);
  const half = of.length >> 1;
  return of.length % 2 ? of[half] : (of[half - 1] + of[half]) / 2;
}

// A counter through the finaliser of MurmurHash3 (Appleby, 2011).
function word(i, seed) {
  let h = (Math.imul(i, 0x9e3779b9) + seed) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function resampled(first, second, seed) {
  const width = first.length + second.length;
  const drawn = (of, i) => of[Math.floor((word(i, seed) * of.length) / 4294967296)];
  const ratios = Array.from({ length: C.resamples }, (_, k) => {
    const at = k * width + 1;
    const below = first.map((_, i) => drawn(first, at + i));
    const above = second.map((_, i) => drawn(second, at + first.length + i));
    return median(above) / median(below);
  });
  return ratios.sort(byNumber);
}

// Of each sample, the roof's sample nearest in time, as [time, sample].
function nearestOfRoof(row, roof) {
  const pairs = roof.samples.map((sample, i) => [roof.sample_times_s[i], sample]);
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return row.sample_times_s.map((time) => {
    const after = pairs.findIndex(([at]) => at >= time);
    const i = after < 0 ? pairs.length : after;
    const near = [i - 1, i].filter((j) => j >= 0 && j < pairs.length);
    const distance = (j) => Math.abs(pairs[j][0] - time);
    return pairs[near.reduce((a, b) => (distance(b) < distance(a) ? b : a))];
  });
}

const overRoof = (row, roof) => {
  const of = nearestOfRoof(row, roof);
  return row.samples.map((sample, k) => sample / of[k][1]);
};

// Not where one row was measured once more, after all the rest.
const areNear = (row, roof) => new Set(nearestOfRoof(row, roof)).size > 1;

function margin(faster, slower, roof, seed = 1) {
  const plain = slower.median / faster.median;
  const usable = (row) =>
    row.samples.length === row.sample_times_s.length && row.samples.length >= C.least;
  const paired =
    Boolean(roof) &&
    [faster, slower, roof].every(usable) &&
    [faster, slower].every((row) => areNear(row, roof));
  const first = paired ? overRoof(faster, roof) : faster.samples;
  const second = paired ? overRoof(slower, roof) : slower.samples;
  const ratio = paired ? median(second) / median(first) : plain;
  if (Math.min(first.length, second.length) < C.least) {
    return { ratio: plain, interval_95: null, paired, clear: false };
  }
  const ratios = resampled(first, second, seed);
  const low = ratios[Math.round(0.025 * C.resamples)];
  const high = ratios[Math.round(0.975 * C.resamples) - 1];
  return { ratio, interval_95: [low, high], paired, clear: low > 1 && ratio >= 1 + C.launch };
}
