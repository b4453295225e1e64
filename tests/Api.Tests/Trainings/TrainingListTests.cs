using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pionir.Api.Tests.Trainings;

public sealed partial class TrainingListTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    private const string Trainings = "/api/v1/trainings";

    public static TheoryData<string> Questions =>
        [
            "q=daftar",
            "q=DAFTAR%20100%25",
            "q=daftar_1",
            "q=%27%3B--",
            "year=2027",
            "state=draft&state=open",
            "scheme=contracted",
            "cluster=nonklasikal",
            "form=3",
            "workingGroup=P2",
            "colour=red",
            "from=2026-03-06",
            "to=2026-03-06",
            "year=2026&state=open&scheme=sentOut&from=2026-03-02",
            .. new[] { "start", "title", "code", "state", "seats", "quota" }.SelectMany(sort =>
                new[] { $"sort={sort}", $"sort=-{sort}" }
            ),
            "sort=1%3B%20DROP%20TABLE%20trainings",
        ];

    // The list is read by SQL of its own, the file as the calendar and the board are.
    [Theory]
    [MemberData(nameof(Questions))]
    public async Task List_ShowsWhatTheFileHolds_InItsOrder(string question)
    {
        await SeedAsync();

        var list = await scene.GetAsync(scene.Officer, $"{Trainings}?size=100&{question}");

        var file = await scene.Client(scene.Officer).GetByteArrayAsync($"{Trainings}/export?format=csv&{question}");
        Codes(list).ShouldBe(Code().Matches(Encoding.UTF8.GetString(file)).Select(match => match.Value));
        list.GetProperty("total").GetInt32().ShouldBe(Codes(list).Count);
    }

    [Fact]
    public async Task List_OfAUnit_ShowsWhatLiesInIt()
    {
        await SeedAsync();

        var list = await scene.GetAsync(scene.Officer, $"{Trainings}?size=100&unitId={scene.Centre}");

        Codes(list).Count.ShouldBe(12);
    }

    [Fact]
    public async Task List_ShowsOneWhoDoesNotPlan_OnlyWhatIsPublished()
    {
        await SeedAsync();

        var list = await scene.GetAsync(scene.Employee, $"{Trainings}?size=100");

        Codes(list).Count.ShouldBe(16);
        list.GetProperty("items").EnumerateArray().ShouldAllBe(row => row.GetProperty("state").GetString() == "open");
    }

    [Fact]
    public async Task Pages_ShowEachTrainingOnce_AndTheTotalBehindTheLast()
    {
        await SeedAsync();
        var all = await scene.GetAsync(scene.Officer, $"{Trainings}?size=100&sort=quota");

        var pages = new List<string>();
        for (var page = 1; page <= 5; page++)
        {
            pages.AddRange(Codes(await scene.GetAsync(scene.Officer, $"{Trainings}?size=5&sort=quota&page={page}")));
        }
        var behind = await scene.GetAsync(scene.Officer, $"{Trainings}?size=5&page=99");

        pages.ShouldBe(Codes(all));
        Codes(behind).ShouldBeEmpty();
        behind.GetProperty("total").GetInt32().ShouldBe(pages.Count);
    }

    [Fact]
    public async Task Row_SaysWhatThePlanSays()
    {
        await SeedAsync();

        var list = await scene.GetAsync(scene.Officer, $"{Trainings}?q=daftar_17");

        var row = list.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("activityCode").GetString().ShouldBe("DAFTAR/17");
        row.GetProperty("scheme").GetString().ShouldBe("sentOut");
        row.GetProperty("cluster").GetString().ShouldBe("klasikal");
        row.GetProperty("unitName").GetString().ShouldBe("BIRO");
        row.GetProperty("start").GetString().ShouldBe("2026-03-08");
        row.GetProperty("end").GetString().ShouldBe("2026-03-10");
        row.GetProperty("venue").ValueKind.ShouldBe(JsonValueKind.Null);
        row.GetProperty("quota").GetInt32().ShouldBe(13);
        row.GetProperty("seatsTaken").GetInt32().ShouldBe(5);
        row.GetProperty("jp").GetInt32().ShouldBe(3);
        row.GetProperty("colour").GetString().ShouldBe("red");
    }

    /// <summary>Every second of another unit, every third a draft, which only those who plan in that unit see.</summary>
    private Task<int> SeedAsync() =>
        scene.SqlAsync(
            $"""
            INSERT INTO trainings (id, activity_code, title, year, unit_id, form, working_group, cluster, scheme, state, starts_on,
                ends_on, time_zone, quota, reserve_places, seats_taken, target_job_families, scheduled_minutes, jp, country, city, venue,
                colour, allows_self_application, allows_public_registration, revision, created_by, created_at)
            SELECT md5(n::text)::uuid, 'DAFTAR/' || n,
                CASE n % 4 WHEN 0 THEN 'Daftar 100% lengkap' WHEN 1 THEN 'daftar_' || n ELSE 'Daftar ' || n END,
                2026 + n % 2, CASE n % 2 WHEN 0 THEN {scene.Centre} ELSE {scene.Elsewhere} END, (1 + n % 3)::text,
                CASE WHEN n % 5 = 0 THEN 'P2' END, CASE n % 3 WHEN 1 THEN 'Nonklasikal' ELSE 'Klasikal' END,
                (ARRAY['SelfManaged', 'Contracted', 'SentOut'])[1 + n % 3], CASE n % 3 WHEN 0 THEN 'Draft' ELSE 'Open' END,
                date '2026-03-01' + n % 10, date '2026-03-03' + n % 10, 'Asia/Jakarta', 10 + n % 7, 0, n % 6, ARRAY[]::text[],
                135, 3, 'ID', 'Jakarta', CASE n % 2 WHEN 0 THEN 'Aula' END, CASE n % 4 WHEN 1 THEN 'Red' ELSE 'Blue' END, true,
                false, 1, {scene.Officer.UserId}, now()
            FROM generate_series(1, 24) n
            ON CONFLICT DO NOTHING
            """
        );

    private static List<string> Codes(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("activityCode").GetString()!)];

    [GeneratedRegex(@"DAFTAR/\d+")]
    private static partial Regex Code();
}
