using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

public sealed class WithdrawalTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Withdrawing_SaysHowManyReservesWereOfferedAPlace_ToTheOfficerOnly()
    {
        var training = await api.AddTrainingAsync(quota: 2);
        var leaver = await api.AddEmployeeAsync();
        var first = await api.AddParticipantAsync(training, "Confirmed");
        var second = await api.AddParticipantAsync(training, "Confirmed", leaver);
        await api.AddParticipantAsync(training, "Reserve", rank: 1);
        await api.AddParticipantAsync(training, "Reserve", rank: 2);

        (await OfferedAsync(api.Officer, first)).ShouldBe(1);
        (await OfferedAsync(TrainingFixture.Employee(leaver), second)).ShouldBe(0);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM participants WHERE training_id = {training} AND state = 'Invited'"
            )
        ).ShouldBe(2);

        async Task<int> OfferedAsync(TestUser by, Guid participant) =>
            (
                await api.PostAsync(
                    by,
                    $"/trainings/{training}/participants/withdraw",
                    new { participantIds = new[] { participant }, reason = "Sakit" }
                )
            )
                .GetProperty("reservesOffered")
                .GetInt32();
    }
}
