using System.Text.Json;
using Pionir.Api.Tests.Trainings;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.LearningHours;

public sealed class ForecastTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    private static readonly DateOnly Later = new(2026, 6, 1);

    [Fact]
    public async Task ConfirmedTrainingsOfTheYear_Count_OthersAreNamed_AndThreeWouldClose()
    {
        var person = await api.AddEmployeeAsync();
        var confirmed = await AddAsync(6, Later);
        await api.AddParticipantAsync(confirmed, "Confirmed", person);
        var reserve = await AddAsync(9, Later.AddDays(10));
        await api.AddParticipantAsync(reserve, "Reserve", person, rank: 1);
        var asked = await AddAsync(9, Later.AddDays(20));
        await api.AddParticipantAsync(asked, "Nominated", person);
        await api.AddParticipantAsync(await AddAsync(9, new DateOnly(2026, 12, 30)), "Confirmed", person);
        await api.AddParticipantAsync(await AddAsync(9, Later.AddDays(30), "Cancelled"), "Confirmed", person);
        var clashing = await AddAsync(40, Later.AddDays(1));
        var best = await AddAsync(20, Later.AddDays(40));

        var forecast = await api.GetAsync(TestUser.With().As(person), "/jp/statement/forecast");

        Figures(forecast).ShouldBe((0, 6, 6, 14));
        Ids(forecast, "confirmed").ShouldBe([confirmed]);
        Ids(forecast, "uncertain").ShouldBe([reserve, asked]);
        var closing = Ids(forecast, "closing");
        closing[0].ShouldBe(best);
        closing.ShouldNotContain(clashing);
        closing.ShouldNotContain(reserve);
        closing.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Superiors_SeeIt_TheLookIsLogged_AndTheTeamListCarriesIt()
    {
        var superior = await api.AddEmployeeAsync();
        var person = await api.AddEmployeeAsync(supervisor: superior);
        await api.AddParticipantAsync(await AddAsync(8, Later), "Confirmed", person);
        var address = $"/jp/statement/forecast?employeeId={person}";

        Figures(await api.GetAsync(TestUser.With().As(superior), address)).ShouldBe((0, 8, 8, 12));
        await api.GetAsync(TestUser.With().As(await api.AddEmployeeAsync()), address, 404);
        await api.GetAsync(TestUser.With(Permission.JpRead).Of(api.UnitB), address, 404);
        await api.GetAsync(TestUser.With(), "/jp/statement/forecast", 404);

        var team = await api.GetAsync(TestUser.With(Permission.TeamRead).As(superior), "/jp/team");
        team[0].GetProperty("forecast").GetInt32().ShouldBe(8);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM audit_entries WHERE action = 'GetJpForecast' AND subject_id = {person}"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task Units_AreForeseenByTheSamePlaces()
    {
        var unit = await api.AddUnitAsync();
        var reaching = await api.AddEmployeeAsync(unit);
        await api.AddParticipantAsync(await AddAsync(12, Later), "Confirmed", reaching);
        await api.AddParticipantAsync(await AddAsync(8, Later.AddDays(5), "Running"), "Attended", reaching);
        var waiting = await api.AddEmployeeAsync(unit);
        await api.AddParticipantAsync(await AddAsync(20, Later.AddDays(8), "Running"), "Reserve", waiting, rank: 1);
        await api.AddParticipantAsync(await AddAsync(20, Later.AddDays(9), "Cancelled"), "Confirmed", waiting);
        await api.AddParticipantAsync(await AddAsync(20, new DateOnly(2027, 1, 20)), "Confirmed", waiting);

        var view = await api.GetAsync(TestUser.With(Permission.JpRead).Of(unit), "/jp/units");

        var total = view.GetProperty("total");
        total.GetProperty("withTarget").GetInt32().ShouldBe(2);
        total.GetProperty("met").GetInt32().ShouldBe(0);
        total.GetProperty("forecast").GetInt32().ShouldBe(1);
    }

    private async Task<Guid> AddAsync(int jp, DateOnly start, string state = "Open")
    {
        var training = await api.AddTrainingAsync(state: state, start: start);
        await api.SqlAsync($"UPDATE trainings SET programme_jp = {jp}, jp = {jp} WHERE id = {training}");
        return training;
    }

    private static (int, int, int, int) Figures(JsonElement forecast) =>
        (
            forecast.GetProperty("achieved").GetInt32(),
            forecast.GetProperty("expected").GetInt32(),
            forecast.GetProperty("forecast").GetInt32(),
            forecast.GetProperty("shortfall").GetInt32()
        );

    private static List<Guid> Ids(JsonElement forecast, string list) =>
        [.. forecast.GetProperty(list).EnumerateArray().Select(one => one.Id("trainingId"))];
}
