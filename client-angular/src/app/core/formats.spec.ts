import {
  formatBytes,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatIdentityNumber,
  formatJp,
  formatMoney,
  formatRelative,
  formatTime,
  startOfDay,
} from './formats';

const WIB = 'Asia/Jakarta';
const WIT = 'Asia/Jayapura';

describe('formats', () => {
  it('writes dates in words', () => {
    expect(formatDate('2026-08-07', 'id', WIB)).toBe('7 Agustus 2026');
    expect(formatDate('2026-08-07', 'en', WIB)).toBe('7 August 2026');
  });

  it('never shifts a calendar date by a zone', () => {
    expect(formatDate('2026-01-01', 'id', WIT)).toBe('1 Januari 2026');
  });

  it('shows an instant in the zone of the institution', () => {
    expect(formatDateTime('2026-08-07T16:30:00Z', 'id', WIB)).toBe('7 Agustus 2026, 23.30 WIB');
    expect(formatDateTime('2026-08-07T16:30:00Z', 'id', WIT)).toBe('8 Agustus 2026, 01.30 WIT');
  });

  it('writes times with a full stop in Indonesian and a colon in English', () => {
    expect(formatTime('2026-08-07T07:30:00Z', 'id', WIB)).toBe('14.30 WIB');
    expect(formatTime('2026-08-07T07:30:00Z', 'en', WIB)).toBe('14:30 WIB');
    expect(formatTime('08:05:00', 'id', WIB, false)).toBe('08.05');
  });

  it('writes what two dates share once', () => {
    expect(formatDateRange('2026-08-05', '2026-08-07', 'id', WIB)).toBe('5–7 Agustus 2026');
    expect(formatDateRange('2026-07-30', '2026-08-02', 'id', WIB)).toBe('30 Juli – 2 Agustus 2026');
    expect(formatDateRange('2026-07-30', '2026-08-02', 'id', WIB, 'medium')).toBe('30 Jul – 2 Agu 2026');
    expect(formatDateRange('2026-12-30', '2027-01-02', 'id', WIB)).toBe('30 Desember 2026 – 2 Januari 2027');
    expect(formatDateRange('2026-08-07', '2026-08-07', 'id', WIB)).toBe('7 Agustus 2026');
  });

  it('groups NIP 8-6-1-3 and leaves other numbers alone', () => {
    expect(formatIdentityNumber('198503152010121001')).toBe('19850315\u00a0201012\u00a01\u00a0001');
    expect(formatIdentityNumber('31060123')).toBe('31060123');
  });

  it('writes numbers as Indonesians do', () => {
    expect(formatJp(1834, 'id')).toBe('1.834\u00a0JP');
    expect(formatMoney(12_500_000, 'id')).toBe('Rp12.500.000');
    // In steps of 1,024, as limits are set and file managers count: 10 MB reads 10 MB.
    expect(formatBytes(10 * 1024 * 1024, 'id')).toBe('10 MB');
    expect(formatBytes(1_400_000, 'id')).toBe('1,3 MB');
    expect(formatBytes(0, 'id')).toBe('0 B');
  });

  it('says how long ago', () => {
    const now = new Date('2026-08-07T12:00:00Z');
    expect(formatRelative('2026-08-07T09:00:00Z', now, 'id')).toBe('3 jam yang lalu');
    expect(formatRelative('2026-08-09T12:00:00Z', now, 'id')).toBe('lusa');
  });

  it('begins a day where the institution is', () => {
    expect(startOfDay('2026-08-07', WIB)).toBe('2026-08-06T17:00:00.000Z');
    expect(startOfDay('2026-08-07', WIT, 1)).toBe('2026-08-07T15:00:00.000Z');
  });
});
