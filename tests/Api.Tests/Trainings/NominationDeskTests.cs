using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Employees;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>What a unit sees before it puts people forward or decides: quota, JP so far, who is free.</summary>
public sealed partial class NominationDeskTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Quotas_AreSetOnTheVersionThatWasSeen()
    {
        var training = await api.AddTrainingAsync();
        var seen = await QuotasAsync(api.Officer, training);

        await SetAsync(training, null, 3, 400, "request.if_match_required");
        await SetAsync(training, Version(seen), 3);
        await SetAsync(training, Version(seen), 5, 412, "request.stale_version");

        var now = await QuotasAsync(api.Officer, training);
        now.GetProperty("units")[0].GetProperty("places").GetInt32().ShouldBe(3);
        now.GetProperty("canManage").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Quotas_ShowAUnitWhatItUsed_AndNotTheQuotasOfOthers()
    {
        var training = await api.AddTrainingAsync();
        await SetAsync(training, Version(await QuotasAsync(api.Officer, training)), 4);
        await api.AddParticipantAsync(training, "Nominated");
        await api.AddParticipantAsync(training, "Rejected");

        var mine = await QuotasAsync(TrainingFixture.Coordinator(api.UnitA), training);
        var others = await QuotasAsync(TrainingFixture.Coordinator(api.UnitB), training);

        mine.GetProperty("canManage").GetBoolean().ShouldBeFalse();
        mine.GetProperty("units")[0].GetProperty("used").GetInt32().ShouldBe(1);
        mine.GetProperty("units")[0].GetProperty("places").GetInt32().ShouldBe(4);
        others.GetProperty("units").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Quotas_AreNotSetByAUnit_NorForATrainingElsewhere()
    {
        var training = await api.AddTrainingAsync();
        var elsewhere = TestUser.With(Permission.ParticipantsManage).Of(api.UnitB);

        await SetAsync(training, 0, 9, 403, "access.permission_missing", TrainingFixture.Coordinator(api.UnitA));
        await SetAsync(training, 0, 9, 404, "training.not_found", elsewhere);
    }

    [Fact]
    public async Task Candidates_AreTheOwnUnits_ThoseWhoLackJpFirst_WithWhatSpeaksAgainst()
    {
        var training = await api.AddTrainingAsync();
        var clashing = await api.AddTrainingAsync();
        var free = await api.AddEmployeeAsync();
        var listed = await api.AddEmployeeAsync();
        var busy = await api.AddEmployeeAsync();
        await api.AddEmployeeAsync(api.UnitB);
        await api.AddParticipantAsync(training, "Nominated", listed);
        await api.AddParticipantAsync(clashing, "Confirmed", busy);

        var rows = await CandidatesAsync(TrainingFixture.Coordinator(api.UnitA), training);

        Row(rows, free).GetProperty("recommended").GetBoolean().ShouldBeTrue();
        Row(rows, free).GetProperty("shortage").GetInt32().ShouldBe(20);
        Row(rows, listed).GetProperty("listed").GetString().ShouldBe("nominated");
        Row(rows, listed).GetProperty("canNominate").GetBoolean().ShouldBeFalse();
        Row(rows, busy).GetProperty("overlapsWith").GetString().ShouldNotBeNullOrEmpty();
        Row(rows, busy).GetProperty("recommended").GetBoolean().ShouldBeFalse();
        rows.ShouldAllBe(row => row.GetProperty("unit").GetString() == rows[0].GetProperty("unit").GetString());
        rows[0].GetProperty("recommended").GetBoolean().ShouldBeTrue();
        rows[^1].GetProperty("recommended").GetBoolean().ShouldBeFalse();
    }

    /// <summary>Both lists count alike: JP of a merged record are the person's, and who comes later is not there yet.</summary>
    [Fact]
    public async Task Candidates_AndRecommendations_CountMergedRecords_AndKnowWhoIsThereYet()
    {
        var unit = await api.AddUnitAsync();
        var training = await api.AddTrainingAsync();
        var person = await api.AddEmployeeAsync(unit);
        var old = await api.AddEmployeeAsync(unit);
        await api.SqlAsync($"UPDATE employees SET merged_into_id = {person} WHERE id = {old}");
        await PostJpAsync(old, 12);
        var later = await api.AddEmployeeAsync(unit);
        await api.SqlAsync($"UPDATE employees SET active_from = {TrainingFixture.Start.AddDays(1)} WHERE id = {later}");

        var rows = await CandidatesAsync(TrainingFixture.Coordinator(unit), training);
        var recommended = await api.GetAsync(
            api.Officer,
            $"/trainings/{training}/participants/recommendations?unitId={unit}"
        );

        var row = rows.ShouldHaveSingleItem();
        row.GetProperty("jp").GetInt32().ShouldBe(12);
        row.GetProperty("shortage").GetInt32().ShouldBe(8);
        var one = recommended.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        one.Id("employeeId").ShouldBe(person);
        one.GetProperty("shortage").GetInt32().ShouldBe(8);
    }

    /// <summary>JP stand in the year of the end, and what is lacked there is judged by the target of its end.</summary>
    [Fact]
    public async Task TrainingOverNewYear_IsReckonedInTheYearInWhichItEnds()
    {
        var unit = await api.AddUnitAsync();
        var person = await api.AddEmployeeAsync(unit);
        await api.SqlAsync($"UPDATE employees SET employment_type = 'POLRI' WHERE id = {person}");
        await PostJpAsync(person, 20);
        await RaiseTargetAsync("polri", 30, from: "2027-07-01");
        var training = await api.AddTrainingAsync(start: new DateOnly(2026, 12, 30), days: 4);
        var coordinator = TrainingFixture.Coordinator(unit);

        var row = (await CandidatesAsync(coordinator, training)).ShouldHaveSingleItem();
        await api.PostAsync(
            api.Officer,
            $"/trainings/{training}/participants",
            new { employeeIds = new[] { person }, recommended = true }
        );
        var waiting = (await NominationsAsync(coordinator, $"trainingId={training}")).ShouldHaveSingleItem();

        (row.GetProperty("jp").GetInt32(), row.GetProperty("shortage").GetInt32()).ShouldBe((0, 30));
        (waiting.GetProperty("jp").GetInt32(), waiting.GetProperty("targetJp").GetInt32()).ShouldBe((0, 30));
        waiting
            .GetProperty("recommendedBecause")
            .GetProperty("id")
            .GetString()
            .ShouldBe("Kurang 30 JP: 0 dari 30 JP tahun 2027");
    }

    [Fact]
    public async Task Candidates_NarrowByNameAndRecommendation_AndTakeAnyTextAsText()
    {
        var training = await api.AddTrainingAsync();
        var person = await api.AddEmployeeAsync();
        var name = await api.ScalarAsync<string>($"SELECT name FROM employees WHERE id = {person}");
        var listed = await api.AddEmployeeAsync();
        await api.AddParticipantAsync(training, "Approved", listed);
        var coordinator = TrainingFixture.Coordinator(api.UnitA);

        var found = await CandidatesAsync(coordinator, training, $"q={Uri.EscapeDataString(name.ToUpperInvariant())}");
        Row(found, person).GetProperty("name").GetString().ShouldBe(name);
        (await CandidatesAsync(coordinator, training, "q=%25'%20OR%201=1")).ShouldBeEmpty();
        (await CandidatesAsync(coordinator, training, "recommended=true")).ShouldNotContain(row =>
            row.Id("employeeId") == listed
        );
    }

    /// <summary>As everywhere else where people are looked for; a number also as the page itself writes it.</summary>
    [Fact]
    public async Task PeopleAreFound_ByAMistypedName_AndByTheirNumberInGroups()
    {
        var unit = await api.AddUnitAsync();
        var training = await api.AddTrainingAsync();
        var person = await api.AddEmployeeAsync(unit);
        await api.AddEmployeeAsync(unit);
        var name = "Indah Sulistyo, S.T.";
        await api.SqlAsync(
            $"UPDATE employees SET name = {name}, search_words = {PersonName.Words(name)} WHERE id = {person}"
        );
        var number = await api.ScalarAsync<string>($"SELECT number FROM employees WHERE id = {person}");
        await api.PostAsync(api.Officer, $"/trainings/{training}/participants", new { employeeIds = new[] { person } });
        var coordinator = TrainingFixture.Coordinator(unit);

        foreach (var typed in new[] { "Idah Sulistio", $"{number[..8]} {number[8..14]} {number[14]} {number[15..]}" })
        {
            var asked = $"q={Uri.EscapeDataString(typed)}";
            var candidate = (await CandidatesAsync(coordinator, training, asked)).ShouldHaveSingleItem(typed);
            candidate.Id("employeeId").ShouldBe(person);
            (await NominationsAsync(coordinator, asked)).ShouldHaveSingleItem(typed).Id("employeeId").ShouldBe(person);
        }
    }

    [Fact]
    public async Task Candidates_AreNotThereForOthers()
    {
        var draft = await api.AddTrainingAsync(state: "Draft");

        await api.GetAsync(TrainingFixture.Coordinator(api.UnitA), $"/trainings/{draft}/candidates", 404);
        await api.GetAsync(TrainingFixture.Employee(Guid.NewGuid()), $"/trainings/{draft}/candidates", 403);
    }

    [Fact]
    public async Task Nominations_ShowJpAndQuota_AndNarrowBySourceUnitAndName()
    {
        var training = await api.AddTrainingAsync();
        await SetAsync(training, Version(await QuotasAsync(api.Officer, training)), 2);
        var applicant = await api.AddEmployeeAsync();
        await api.PostAsync(
            TrainingFixture.Employee(applicant),
            $"/catalogue/{training}/applications",
            new { note = "Perlu" }
        );
        var coordinator = TrainingFixture.Coordinator(api.UnitA);

        var rows = await NominationsAsync(coordinator, $"trainingId={training}&source=applied");

        var row = rows.ShouldHaveSingleItem();
        row.GetProperty("jp").GetInt32().ShouldBe(0);
        row.GetProperty("targetJp").GetInt32().ShouldBe(20);
        row.GetProperty("seatsLeft").GetInt32().ShouldBe(10);
        row.GetProperty("room").GetProperty("used").GetInt32().ShouldBe(1);
        row.GetProperty("room").GetProperty("places").GetInt32().ShouldBe(2);
        var name = Uri.EscapeDataString(row.GetProperty("name").GetString()!);
        (await NominationsAsync(coordinator, $"trainingId={training}&q={name}")).Count.ShouldBe(1);
        (await NominationsAsync(coordinator, $"trainingId={training}&source=imported")).ShouldBeEmpty();
        (await NominationsAsync(coordinator, $"trainingId={training}&unitId={api.UnitB}")).ShouldBeEmpty();
        (await NominationsAsync(TrainingFixture.Coordinator(api.UnitB), $"trainingId={training}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nominations_OfTrainingsThatAreOver_WaitForNobody()
    {
        var training = await api.AddTrainingAsync();
        var participant = await api.AddParticipantAsync(training, "Nominated");
        await api.SqlAsync($"UPDATE trainings SET state = {"Completed"} WHERE id = {training}");
        var coordinator = TrainingFixture.Coordinator(api.UnitA);

        (await NominationsAsync(coordinator, $"trainingId={training}")).ShouldBeEmpty();
        var refused = await api.PostAsync(
            coordinator,
            "/nominations/decisions",
            new { decisions = new[] { new { participantId = participant, approve = true } } },
            422
        );

        refused.Code().ShouldBe("training.no_participants_now");
    }
}
