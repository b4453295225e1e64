using System.Text.Json;
using Pionir.Domain.Trainings;

namespace Pionir.Api.Tests.Faults;

/// <summary>64 clients at once, over HTTP, at two instances: one gets it, the others are told clearly.</summary>
[Collection(TwoInstances.Collection)]
public sealed class RaceTests(TwoInstances instances)
{
    private FaultBed Bed => instances.Bed;

    [Fact]
    public async Task LastSeat_GoesToOne_TheOthersToTheReserveList()
    {
        var training = await Bed.ApprovedAsync(people: 64, quota: 1);
        var people = await Bed.ScalarAsync<Guid[]>(
            $"SELECT array_agg(id) FROM participants WHERE training_id = {training}"
        );

        var answers = await instances.RaceAsync(
            racer => $"/trainings/{training}/participants/{people[racer]}/confirmation",
            new { confirm = true }
        );

        answers.ShouldAllBe(answer => answer.Status == 200);
        answers.Count(answer => State(answer.Body) == "confirmed").ShouldBe(1);
        answers
            .Where(answer => State(answer.Body) == "reserve")
            .Select(answer => answer.Body.GetProperty("reserveRank").GetInt32())
            .Order()
            .ShouldBe(Enumerable.Range(1, 63));
        (await Bed.ScalarAsync<int>($"SELECT seats_taken FROM trainings WHERE id = {training}")).ShouldBe(1);
    }

    [Fact]
    public async Task SameBatch_IsIssuedOnce_TheOthersJoinIt()
    {
        var training = await Bed.CompletedAsync(employees: 200, externals: 0);

        var answers = await instances.RaceAsync(_ => $"/trainings/{training}/certificates", new { });

        var accepted = answers.Where(answer => answer.Status == 202).Select(answer => answer.Body).ToList();
        accepted.Count(body => !body.GetProperty("joined").GetBoolean()).ShouldBe(1);
        accepted.Select(body => body.GetProperty("batchId").GetGuid()).Distinct().Count().ShouldBe(1);
        // Who came when it was done already.
        answers
            .Where(answer => answer.Status != 202)
            .ShouldAllBe(answer => answer.Status == 422 && Code(answer.Body) == "certificate_batch.nothing_to_issue");
        await Bed.UntilAsync(
            $"SELECT bool_and(state = 'Completed') FROM certificate_batches WHERE source_id = {training}",
            instances.Stop
        );
        (
            await Bed.ScalarAsync<long>($"SELECT count(*) FROM certificate_batches WHERE source_id = {training}")
        ).ShouldBe(1);
        (await Bed.ScalarAsync<long>($"SELECT count(*) FROM certificates WHERE source_id = {training}")).ShouldBe(200);
        (
            await Bed.ScalarAsync<int>(
                $"SELECT attempts FROM jobs WHERE id = (SELECT job_id FROM certificate_batches WHERE source_id = {training})"
            )
        ).ShouldBe(1, "the job is done by one of the two instances");
    }

    [Fact]
    public async Task SameTraining_IsCompletedOnce()
    {
        var training = await Bed.AttendedAsync(people: 50);

        var answers = await instances.RaceAsync(_ => $"/trainings/{training}/complete", new { });

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => Code(answer.Body) == "completion.already_completed").ShouldBe(63);
        (await Bed.ScalarAsync<long>($"SELECT count(*) FROM ledger_entries WHERE origin_id = {training}")).ShouldBe(50);
    }

    [Fact]
    public async Task SameApplication_IsTakenOnce()
    {
        var (training, employee) = await OpenTrainingAsync();
        var pages = await instances.SignInAsync(await Bed.ColleagueAsync(employee));

        var answers = await instances.RaceAsync(_ => $"/catalogue/{training}/applications", new { }, pages);

        answers.Count(answer => answer.Status == 200).ShouldBe(1, answers[0].Body.ToString());
        answers.Count(answer => Code(answer.Body) == "participant.already_listed").ShouldBe(63);
        (await Bed.ScalarAsync<long>($"SELECT count(*) FROM participants WHERE training_id = {training}")).ShouldBe(1);
    }

    [Fact]
    public async Task SameLink_ConfirmsOnce()
    {
        var training = await Bed.ApprovedAsync(people: 1);
        await Bed.SqlAsync($"UPDATE participants SET state = 'Invited' WHERE training_id = {training}");
        var token = LinkSecret.New();
        await Bed.SqlAsync(
            $"""
            INSERT INTO invitations (id, training_id, participant_id, kind, token_hash, sent_at, expires_at)
            SELECT gen_random_uuid(), training_id, id, 'Invitation', {LinkSecret.Hash(
                token
            )}, now(), now() + interval '1 day'
            FROM participants WHERE training_id = {training}
            """
        );

        // A link belongs to its person: an account of another person is turned away, one of nobody is not.
        var pages = await instances.SignInAsync(await Bed.ColleagueAsync());

        var answers = await instances.RaceAsync(_ => $"/invitations/{token}/answer", new { confirm = true }, pages);

        answers.Count(answer => answer.Status == 200).ShouldBe(1, answers[0].Body.ToString());
        answers.Count(answer => Code(answer.Body) == "invitation.used").ShouldBe(63);
        (await Bed.ScalarAsync<int>($"SELECT seats_taken FROM trainings WHERE id = {training}")).ShouldBe(1);
    }

    private async Task<(Guid Training, Guid Employee)> OpenTrainingAsync()
    {
        var elsewhere = await Bed.AttendedAsync(people: 1);
        var employee = await Bed.ScalarAsync<Guid>(
            $"SELECT employee_id FROM participants WHERE training_id = {elsewhere}"
        );
        return (await Bed.TrainingAsync("Open", quota: 10, startsIn: 30), employee);
    }

    private static string? State(JsonElement body) => body.GetProperty("state").GetString();

    private static string? Code(JsonElement body) =>
        body.TryGetProperty("code", out var code) ? code.GetString() : null;
}
