using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Api.Tests.Competencies;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Identity;

namespace Pionir.Api.Tests.Trainings;

/// <summary>What a training develops comes from a published dictionary, and stays readable when that moves on.</summary>
public sealed class TrainingTargetsTests(PlanningScene scene) : IClassFixture<PlanningScene>
{
    private const string Trainings = "/api/v1/trainings";

    [Fact]
    public async Task Create_WithAPublishedCompetency_ShowsItsWordsAndLevel()
    {
        var competency = await PublishedAsync("kamus-terbit", "S01");

        var view = await scene.GetAsync(scene.Officer, $"{Trainings}/{await PlannedAsync(competency, 3)}");

        var target = view.GetProperty("targets").EnumerateArray().ShouldHaveSingleItem();
        target.GetProperty("code").GetString().ShouldBe("S01");
        target.GetProperty("title").GetString().ShouldBe("Pengelolaan Arsip");
        target.GetProperty("level").GetInt32().ShouldBe(3);
        target.GetProperty("levelName").GetProperty("id").GetString().ShouldNotBeNullOrEmpty();
        target.GetProperty("levelDescription").GetString().ShouldBe("Menguasai arsip pada tingkat 3.");
        target.GetProperty("isCurrent").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Create_WithWhatNoPublishedDictionaryHas_IsRefusedAtTheField()
    {
        var published = await PublishedAsync("kamus-lengkap", "G01");
        var draft = await DraftedAsync("kamus-draf", "G01");

        foreach (var (competency, level) in new[] { (Guid.NewGuid(), 1), (published, 6), (draft, 1) })
        {
            var problem = await TryPlanAsync(competency, level).ShouldRefuseAsync(400, "training.competency_unknown");
            problem.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("competencies");
        }
    }

    [Fact]
    public async Task Update_KeepsACompetencyThatTheNextVersionLeftOut_ButNobodyChoosesItAnew()
    {
        const string dictionary = "kamus-berganti";
        var competency = await PublishedAsync(dictionary, "S01");
        var id = await PlannedAsync(competency, 2);
        await PublishedAsync(dictionary, "G01", without: "S01");
        var version = (await scene.GetAsync(scene.Officer, $"{Trainings}/{id}")).GetProperty("version").GetUInt32();

        await PlanningScene.DoneAsync(
            scene.EditAsync(scene.Officer, $"{Trainings}/{id}", Plan("Judul baru", competency, 2), version)
        );
        await TryPlanAsync(competency, 2).ShouldRefuseAsync(400, "training.competency_unknown");

        var target = (await scene.GetAsync(scene.Officer, $"{Trainings}/{id}")).GetProperty("targets")[0];
        target.GetProperty("title").GetString().ShouldBe("Pengelolaan Arsip");
        target.GetProperty("isCurrent").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Ledger_NotesTheCompetencyThatThePlanNamesFirst_AndItsDictionary()
    {
        var first = await PublishedAsync("kamus-buku-besar", "S01");
        var second = await scene.ScalarAsync<Guid>(
            $"SELECT e.competency_id FROM competency_entries e JOIN dictionary_versions v ON v.id = e.version_id WHERE v.code = {"kamus-buku-besar"} AND e.code = {"G01"}"
        );
        foreach (var wanted in new[] { first, second })
        {
            var plan = PlanningScene.Plan("Pelatihan dua kompetensi");
            var other = wanted == first ? second : first;
            plan["competencies"] = new[]
            {
                new { competencyId = wanted, level = 2 },
                new { competencyId = other, level = 1 },
            };
            var response = await scene.Client(scene.Officer).PostAsJsonAsync(Trainings, new { plan });
            var id = (await PlanningScene.BodyAsync(response)).GetProperty("id").GetGuid();

            var content = await scene.ScopeAsync(async services =>
            {
                var found = await services
                    .GetRequiredService<PlanningDesk>()
                    .FindAsync(id, CancellationToken.None, Permission.TrainingsRead);
                return await services
                    .GetRequiredService<TrainingJp>()
                    .ContentAsync(found.Value, CancellationToken.None);
            });

            content.CompetencyId.ShouldBe(wanted);
            content.Level.ShouldBe(2);
            content.DictionaryVersion.ShouldBe("kamus-buku-besar/1");
        }
    }

    [Fact]
    public async Task Certificates_FreezeWhatTheTrainingDevelops_AtAnAddressThatAnswers()
    {
        var training = await PlannedAsync(await PublishedAsync("kamus-sertifikat", "S01"), 3);

        var found = await scene.ScopeAsync(services =>
            services.GetRequiredService<ICertificateCandidates>().FindTrainingAsync(training, CancellationToken.None)
        );

        var competency = SnapshotMaker.TrainingOf(found!).Competencies!.ShouldHaveSingleItem();
        (competency.Code, competency.Name, competency.Level).ShouldBe(("S01", "Pengelolaan Arsip", 3));
        var level = await scene
            .Client()
            .GetFromJsonAsync<JsonElement>(
                $"/api/v1/dictionaries/{competency.Dictionary}/versions/{competency.Version}/competencies/{competency.Code}/levels/{competency.Level}"
            );
        level.GetProperty("levels").GetArrayLength().ShouldBe(1);
    }

    private async Task<Guid> DraftedAsync(string dictionary, string code, string? without = null)
    {
        var document = DictionaryFixture.Document(
            dictionary,
            whole => whole["competencies"]!.AsArray().RemoveAll(one => one!["code"]!.GetValue<string>() == without)
        );
        await PlanningScene.DoneAsync(scene.ImportAsync(document, dictionary));
        return await scene.ScalarAsync<Guid>(
            $"SELECT e.competency_id FROM competency_entries e JOIN dictionary_versions v ON v.id = e.version_id WHERE v.code = {dictionary} AND v.state = 'Draft' AND e.code = {code}"
        );
    }

    private async Task<Guid> PublishedAsync(string dictionary, string code, string? without = null)
    {
        var competency = await DraftedAsync(dictionary, code, without);
        var number = await scene.ScalarAsync<int>(
            $"SELECT max(number) FROM dictionary_versions WHERE code = {dictionary}"
        );
        await PlanningScene.DoneAsync(scene.PublishAsync(dictionary, number));
        return competency;
    }

    private static Dictionary<string, object?> Plan(string title, Guid competency, int level)
    {
        var plan = PlanningScene.Plan(title);
        plan["competencies"] = new[] { new { competencyId = competency, level } };
        return plan;
    }

    private Task<HttpResponseMessage> TryPlanAsync(Guid competency, int level) =>
        scene
            .Client(scene.Officer)
            .PostAsJsonAsync(Trainings, new { plan = Plan("Pelatihan Arsip", competency, level) });

    private async Task<Guid> PlannedAsync(Guid competency, int level)
    {
        var response = await TryPlanAsync(competency, level);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
