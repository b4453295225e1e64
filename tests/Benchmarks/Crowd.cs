namespace Pionir.Benchmarks;

/// <summary>
/// People by the million without an import: names as uneven as real ones, of which one in ten bears the commonest and
/// most words are rare, in units of some 1,600.
/// </summary>
internal static class Crowd
{
    private const int Portion = 500_000;

    /// <summary>Adds as many as are missing.</summary>
    public static async Task GrowAsync(Stage stage, int people)
    {
        await using var count = stage.Owner.CreateCommand("SELECT count(*)::int FROM employees");
        var known = (int)(await count.ExecuteScalarAsync())!;
        await stage.ExecuteAsync(
            """
            INSERT INTO units (id, code, name, kind, active_from, changed_at)
            SELECT gen_random_uuid(), 'CROWD-' || n, 'Kantor ' || n, 'echelon2', '2000-01-01', now()
            FROM generate_series(1, $1 / 1600) AS n ON CONFLICT DO NOTHING
            """,
            people
        );
        for (; known < people; known += Portion)
        {
            await stage.ExecuteAsync(Add, known + 1, Math.Min(known + Portion, people));
        }
        await stage.ExecuteAsync("VACUUM ANALYZE employees, employee_numbers, name_words");
    }

    // A word's rank is drawn so that twice the rank is half as frequent; the first forty are the roster's, the others are
    // made of syllables by their rank.
    private const string Add = """
        WITH place AS (SELECT array_agg(id) AS units FROM units WHERE active_to IS NULL),
        drawn AS (
            SELECT n, array_agg(CASE WHEN rank <= 40 THEN common[rank]
                       ELSE syllables[rank % 20 + 1] || syllables[rank / 20 % 20 + 1] || syllables[rank / 400 % 20 + 1]
                            || syllables[rank / 8000 % 20 + 1] END) AS words
            FROM generate_series($1::int, $2::int) AS n,
                 generate_series(1, 1 + n % 3) AS part,
                 LATERAL (SELECT (part * 0 + n * 0 + power(30000, random()))::int AS rank) AS draw,
                 (SELECT string_to_array('muhammad rahayu nurul wahyudi agung indri prasetya santosa fatimah dwiyanti putu wayan iwan agus ahmad teguh hasan imam maria retno santi rini taufik lestiono effendi salim suryadi yunus hamid sinaga tanjung tarigan purba malau kosasih latif anwar wangsa bangun ismail', ' ') AS common,
                         string_to_array('ba di ku la mo nu pa ri sa ti wa yo ge ha ja ke lu mi ne so', ' ') AS syllables) AS parts
            GROUP BY n
        ), people AS (
            SELECT n, words, gen_random_uuid() AS id,
                   to_char(date '1967-01-01' + (random() * 12000)::int, 'YYYYMMDD')
                       || to_char(date '1995-01-01' + (random() * 10000)::int, 'YYYYMM') || 1 + n % 2
                       || lpad((n % 1000)::text, 3, '0') AS number,
                   units[1 + n % array_length(units, 1)] AS unit_id
            FROM drawn, place
        ), added AS (
            INSERT INTO employees (id, number, number_kind, name, search_words, employment_type, rank, position,
                                   position_family, position_level, unit_id, active_from, changed_at)
            SELECT id, number, 'NIP',
                   CASE WHEN n % 12 = 0 THEN 'Dr. ' ELSE '' END || initcap(array_to_string(words, ' '))
                       || CASE WHEN n % 2 = 0 THEN ', S.Kom., M.M.' ELSE '' END,
                   words, 'Pns', 'III/a', 'Analis', 'Ahli', 'Pertama', unit_id, '2010-01-01', now()
            FROM people
        )
        INSERT INTO employee_numbers (number, kind, employee_id) SELECT number, 'NIP', id FROM people ON CONFLICT DO NOTHING
        """;
}
