using System.Net;
using System.Net.Http.Json;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>What of the numbers is shown to whom, and in whose days.</summary>
public sealed class NumberScopeTests(CertificateFixture api) : IClassFixture<CertificateFixture>
{
    [Fact]
    public async Task DayOfAVoidNumber_IsTheInstitutions_WhateverTheDatabaseCountsIn()
    {
        var id = await InsertAsync("Training", null, 2053, "{seq:000}/Z/{year}", last: 1);
        // Half past one in the morning of the third at Jakarta.
        await api.SqlAsync(
            $"INSERT INTO void_numbers (id, series_id, sequence, number, reason, voided_by, voided_at) VALUES ({Guid.CreateVersion7()}, {id}, {1}, {"001/Z/2053"}, {"Ditulis tangan"}, {Guid.NewGuid()}, {new DateTimeOffset(2026, 3, 2, 18, 30, 0, TimeSpan.Zero)})"
        );

        var ranges = (
            await api.Officer.GetFromJsonAsync<Page<NumberRangeLine>>(
                $"/api/v1/number-series/{id}/ranges",
                ApiFixture.Json
            )
        )!;

        ranges.Items.ShouldHaveSingleItem().Day.ShouldBe(new DateOnly(2026, 3, 3));
    }

    [Fact]
    public async Task UnitsNumbers_AreHiddenFromItsNeighbours_AndTrainingsOfOthersUnnamed()
    {
        var (training, rows) = await api.IssuedAsync(2);
        var (own, other) = (training.Unit.Value, Guid.CreateVersion7());
        var series = await InsertAsync("Training", own, 2054, "{seq:000}/Y/{year}");
        var institution = await api.ScalarAsync<Guid>(
            $"SELECT series_id FROM certificates WHERE id = {rows[0].CertificateId!.Value}"
        );

        (await StatusAsync(own, "gap-report")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(other, "gap-report")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(other, "ranges")).ShouldBe(HttpStatusCode.NotFound);
        (await ListedAsync(own)).ShouldContain(series);
        (await ListedAsync(other)).ShouldNotContain(series);
        (await ListedAsync(other)).ShouldContain(institution);
        (await SourcesAsync(own)).ShouldContain(training.Id);
        (await SourcesAsync(other)).ShouldBe([null]);

        HttpClient Of(Guid unit) => api.Client(TestUser.With(Permission.CertificatesRead).Of(unit));

        async Task<HttpStatusCode> StatusAsync(Guid unit, string what) =>
            (await Of(unit).GetAsync($"/api/v1/number-series/{series}/{what}")).StatusCode;

        async Task<IEnumerable<Guid>> ListedAsync(Guid unit) =>
            (await Of(unit).GetFromJsonAsync<List<NumberSeriesView>>("/api/v1/number-series", ApiFixture.Json))!.Select(
                one => one.Id
            );

        async Task<IEnumerable<Guid?>> SourcesAsync(Guid unit) =>
            (
                await Of(unit)
                    .GetFromJsonAsync<Page<NumberRangeLine>>(
                        $"/api/v1/number-series/{institution}/ranges?size=100",
                        ApiFixture.Json
                    )
            )!
                .Items.Select(range => range.SourceId)
                .Distinct();
    }

    private async Task<Guid> InsertAsync(string kind, Guid? unit, int year, string pattern, int last = 0)
    {
        var id = Guid.CreateVersion7();
        await api.SqlAsync(
            $"INSERT INTO number_series (id, kind, unit_id, unit_code, year, pattern, first, last) VALUES ({id}, {kind}, {unit}::uuid, {"U"}, {year}, {pattern}, {1}, {last})"
        );
        return id;
    }
}
