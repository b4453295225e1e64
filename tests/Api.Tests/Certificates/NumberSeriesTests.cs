using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

public sealed class NumberSeriesTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    private HttpClient Admin => api.Client(TestUser.With(Permission.CertificateTemplatesManage));

    [Theory]
    [InlineData("SERT/{year}", "number_pattern.sequence_missing")]
    [InlineData("{seq:0000}/SERT", "number_pattern.year_missing")]
    [InlineData("{seq:0000}/{seq}/{year}", "number_pattern.sequence_twice")]
    [InlineData("{seq:0000}{year}", "number_pattern.sequence_runs_into")]
    [InlineData("{seq:0000}/{tahun}/{year}", "number_pattern.unknown_field")]
    [InlineData("{seq:0000/{year}", "number_pattern.braces")]
    [InlineData("", "number_pattern.length")]
    [InlineData("{seq:0000}/{unit}/{year}", "number_pattern.unit_missing")]
    public async Task Pattern_ThatCannotGiveUniqueNumbers_IsRefused(string pattern, string code) =>
        (await IssuingTests.CodeAsync(await CreateAsync(2031, pattern))).ShouldBe(code);

    [Fact]
    public async Task Preview_ShowsHowNumbersWillRead()
    {
        var preview = await Admin.GetFromJsonAsync<NumberPatternPreview>(
            $"/api/v1/number-series/preview?pattern={Uri.EscapeDataString("{seq:0000}/{centre}/{roman-month}/{year}")}"
        );

        preview!.Examples.ShouldBe(["0001/PPK/III/2026", "0012/PPK/III/2026", "1834/PPK/III/2026"]);
    }

    [Fact]
    public async Task Series_OfOneYear_IsMadeOnce_AndNeverCollides()
    {
        (await CreateAsync(2032, "{seq:0000}/A/{year}")).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await IssuingTests.CodeAsync(await CreateAsync(2032, "{seq:0000}/B/{year}"))).ShouldBe(
            "number_series.already_exists"
        );
        (await IssuingTests.CodeAsync(await CreateAsync(2032, "{seq:000}/A/{year}", "unitReport"))).ShouldBe(
            "number_series.pattern_used"
        );
    }

    [Fact]
    public async Task ChangedPattern_NeedsTheVersionThatWasSeen()
    {
        await CreateAsync(2033, "{seq:0000}/A/{year}");
        var series = await FindAsync(2033);

        (await UpdateAsync(series.Id, "{seq:0000}/C/{year}", null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await UpdateAsync(series.Id, "{seq:0000}/C/{year}", series.Version)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await UpdateAsync(series.Id, "{seq:0000}/D/{year}", series.Version)).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
    }

    [Fact]
    public async Task VoidedNumbers_AreNeverGiven_AndStayAccountedFor()
    {
        await api.IssuedAsync(1);
        var series = await FindAsync(2026);

        var voided = await api.Officer.PostAsJsonAsync(
            $"/api/v1/number-series/{series.Id}/void-numbers",
            new { count = 3, reason = "Ditulis tangan pada blangko lama" }
        );
        var (_, next) = await api.IssuedAsync(1);

        voided.StatusCode.ShouldBe(HttpStatusCode.OK);
        CertificateFixture.Sequence(next[0].Number!).ShouldBe(series.Last + 4);
        (await FindAsync(2026)).Unaccounted.ShouldBe(0);
        var register = await api.Officer.GetFromJsonAsync<Page<VoidNumberLine>>(
            "/api/v1/void-numbers?year=2026",
            ApiFixture.Json
        );
        register!.Items.Count(line => line.Reason == "Ditulis tangan pada blangko lama").ShouldBe(3);
        (await FileAsync("void-numbers/export?year=2026&format=csv")).ShouldContain(
            "Dinyatakan batal,Ditulis tangan pada blangko lama"
        );
    }

    [Fact]
    public async Task Numbers_AreNotVoidedWithoutAReason()
    {
        await api.IssuedAsync(1);
        var series = await FindAsync(2026);

        await VoidAsync(series.Id, 1, "  rusak   ")
            .ShouldRefuseAsync(HttpStatusCode.BadRequest, "void_number.reason_too_short");

        (await FindAsync(2026)).Last.ShouldBe(series.Last);
    }

    [Fact]
    public async Task UnitsNumbers_AreVoidedByTheUnit_AndItsRegisterIsNotTheNeighbours()
    {
        var (own, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var series = await SeriesOfAsync(own, "{seq:0000}/U/{year}");
        var institution = await SeriesOfAsync(null, "{seq:0000}/I/{year}");
        await api.SqlAsync(
            $"INSERT INTO void_numbers (id, series_id, sequence, number, reason, voided_by, voided_at) VALUES ({Guid.CreateVersion7()}, {series}, {1}, {"0001/UNIT/2041"}, {"Ditulis tangan"}, {Guid.NewGuid()}, {api.Clock.GetUtcNow()})"
        );

        (await MayVoidAsync(own)).ShouldBe([series]);
        (await MayVoidAsync(other)).ShouldBeEmpty();
        (await RegisterAsync(own)).ShouldBe(1);
        (await RegisterAsync(other)).ShouldBe(0);

        async Task<Guid> SeriesOfAsync(Guid? unit, string pattern)
        {
            var id = Guid.CreateVersion7();
            await api.SqlAsync(
                $"INSERT INTO number_series (id, kind, unit_id, unit_code, year, pattern, first, last) VALUES ({id}, {"Training"}, {unit}::uuid, {"U"}, {2041}, {pattern}, {1}, {1})"
            );
            return id;
        }

        HttpClient Of(Guid unit) =>
            api.Client(TestUser.With(Permission.CertificatesRead, Permission.CertificatesRevoke).Of(unit));

        async Task<Guid[]> MayVoidAsync(Guid unit) =>
            [
                .. (await SeriesAsync(Of(unit)))
                    .Where(one => one.CanVoid && (one.Id == series || one.Id == institution))
                    .Select(one => one.Id),
            ];

        async Task<List<NumberSeriesView>> SeriesAsync(HttpClient client) =>
            (
                await client.GetFromJsonAsync<List<NumberSeriesView>>(
                    "/api/v1/number-series?year=2041",
                    ApiFixture.Json
                )
            )!;

        async Task<int> RegisterAsync(Guid unit) =>
            (
                await Of(unit).GetFromJsonAsync<Page<VoidNumberLine>>("/api/v1/void-numbers?year=2041", ApiFixture.Json)
            )!.Total;
    }

    [Fact]
    public async Task Pattern_ThatWritesAnothersNumbersInOneMonth_IsRefused()
    {
        (await CreateAsync(2043, "{seq}/X/{roman-month}/{year}")).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await IssuingTests.CodeAsync(await CreateAsync(2043, "{seq:000}/X/III/{year}", "unitReport"))).ShouldBe(
            "number_series.pattern_used"
        );
    }

    [Fact]
    public async Task Pattern_WhoseCountStandsWhereAnothersMonthStands_IsRefused()
    {
        (await CreateAsync(2044, "{seq:00}/{month}/{year}")).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await IssuingTests.CodeAsync(await CreateAsync(2044, "{month}/{seq:00}/{year}", "unitReport"))).ShouldBe(
            "number_series.pattern_used"
        );
    }

    [Fact]
    public async Task Pattern_ThatAnotherSeriesHadBefore_OrWillGoOverWith_IsRefused()
    {
        await CreateAsync(2045, "{seq:0000}/LAMA/{year}");
        var series = await FindAsync(2045);
        await VoidAsync(series.Id, 1);
        await UpdateAsync(series.Id, "{seq:0000}/BARU/{year}", (await FindAsync(2045)).Version);

        (await IssuingTests.CodeAsync(await CreateAsync(2045, "{seq:0000}/LAMA/{year}", "unitReport"))).ShouldBe(
            "number_series.pattern_used"
        );
        (await IssuingTests.CodeAsync(await CreateAsync(2046, "{seq:0000}/BARU/{year}", "unitReport"))).ShouldBe(
            "number_series.pattern_used"
        );
    }

    [Fact]
    public async Task YearThatBegins_WithAPatternThatAnotherTook_WaitsForSomebodyToMendIt()
    {
        var unit = new Domain.Organization.UnitId(Guid.CreateVersion7());
        await InsertAsync("Training", unit.Value, 2051, "{seq:000}/W/{year}");
        await InsertAsync("UnitReport", unit.Value, 2052, "{seq:0000}/W/{year}");

        var locked = await api.ScopeAsync(services =>
            services
                .GetRequiredService<ICertificateStore>()
                .LockSeriesAsync(CertificateKind.Training, unit, 2052, CancellationToken.None)
        );

        locked.Error.Code.ShouldBe("number_series.pattern_used");
    }

    private async Task<Guid> InsertAsync(string kind, Guid? unit, int year, string pattern, int last = 0)
    {
        var id = Guid.CreateVersion7();
        await api.SqlAsync(
            $"INSERT INTO number_series (id, kind, unit_id, unit_code, year, pattern, first, last) VALUES ({id}, {kind}, {unit}::uuid, {"U"}, {year}, {pattern}, {1}, {last})"
        );
        return id;
    }

    [Fact]
    public async Task GapReport_SaysOfEveryNumberWhereItWent()
    {
        var (_, rows) = await api.IssuedAsync(3);
        var series = await FindAsync(2026);
        await VoidAsync(series.Id, 2);

        var report = (await ReadAsync<NumberGapReport>(series.Id, "gap-report"))!;
        var ranges = (await ReadAsync<Page<NumberRangeLine>>(series.Id, "ranges?size=100"))!;

        (report.Missing, report.Gaps.Count).ShouldBe((0, 0));
        (report.Issued + report.Replaced + report.Revoked + report.Voided).ShouldBe(report.Taken);
        ranges.Items.Sum(range => range.Count).ShouldBe(report.Taken);
        ranges
            .Items[0]
            .ShouldSatisfyAllConditions(
                range => range.Fate.ShouldBe(NumberFate.Voided),
                range => range.Count.ShouldBe(2)
            );
        ranges
            .Items[1]
            .ShouldSatisfyAllConditions(
                range => range.Fate.ShouldBe(NumberFate.Issued),
                range => range.LastNumber.ShouldBe(rows[^1].Number)
            );
    }

    [Fact]
    public async Task GapReport_NamesNumbersThatWereLost()
    {
        await CreateAsync(2042, "{seq:0000}/A/{year}");
        var series = await FindAsync(2042);
        await VoidAsync(series.Id, 2);
        // What no path of the product does: numbers taken and written nowhere.
        await api.SqlAsync($"UPDATE number_series SET last = last + 4 WHERE id = {series.Id}");
        await VoidAsync(series.Id, 1);

        var report = (await ReadAsync<NumberGapReport>(series.Id, "gap-report"))!;
        var missing = (await ReadAsync<Page<NumberRangeLine>>(series.Id, "ranges?fate=missing"))!;

        (report.Taken, report.Voided, report.Missing).ShouldBe((7, 3, 4));
        report.Gaps.ShouldBe([new NumberGap(3, 6, 4)]);
        missing.Items.ShouldHaveSingleItem().Count.ShouldBe(4);
        (await FileAsync($"number-series/{series.Id}/ranges/export?fate=missing&format=csv")).ShouldContain(
            "Tidak ditemukan"
        );
        (await FindAsync(2042)).Unaccounted.ShouldBe(4);
    }

    private Task<HttpResponseMessage> VoidAsync(
        Guid series,
        int count,
        string reason = "Blangko rusak sebelum dicetak"
    ) => api.Officer.PostAsJsonAsync($"/api/v1/number-series/{series}/void-numbers", new { count, reason });

    private Task<string> FileAsync(string address) => api.Officer.GetStringAsync($"/api/v1/{address}");

    private Task<T?> ReadAsync<T>(Guid series, string what) =>
        api.Officer.GetFromJsonAsync<T>($"/api/v1/number-series/{series}/{what}", ApiFixture.Json);

    private Task<HttpResponseMessage> CreateAsync(int year, string pattern, string kind = "training") =>
        Admin.PostAsJsonAsync(
            "/api/v1/number-series",
            new
            {
                kind,
                year,
                pattern,
            }
        );

    private async Task<HttpResponseMessage> UpdateAsync(Guid id, string pattern, uint? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/number-series/{id}");
        request.Content = JsonContent.Create(new { pattern });
        if (version is { } seen)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        return await Admin.SendAsync(request);
    }

    private async Task<NumberSeriesView> FindAsync(int year) =>
        (
            await Admin.GetFromJsonAsync<List<NumberSeriesView>>($"/api/v1/number-series?year={year}", ApiFixture.Json)
        )!.First(series => series.Year == year);
}
