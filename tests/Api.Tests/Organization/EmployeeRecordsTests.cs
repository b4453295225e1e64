using System.Net;
using Pionir.Api.Tests.Trainings;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

/// <summary>The tabs of a person's page: each opens by a permission of its own.</summary>
public sealed class EmployeeRecordsTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Theory]
    [InlineData("trainings")]
    [InlineData("certificates")]
    [InlineData("documents")]
    [InlineData("history")]
    public async Task Tab_OpensForThePerson_TheSuperior_AndTheUnit_AndForNobodyElse(string tab)
    {
        var superior = await api.AddEmployeeAsync(api.UnitB);
        var person = await api.AddEmployeeAsync(api.UnitA, superior);
        var colleague = await api.AddEmployeeAsync(api.UnitA, superior);
        var path = $"/employees/{person}/{tab}";

        await api.GetAsync(TestUser.With(Permission.OwnProfile).As(person), path);
        await api.GetAsync(TestUser.With(Permission.OwnProfile, Permission.TeamRead).As(superior), path);
        await api.GetAsync(Reader.Of(api.UnitA), path);

        await api.GetAsync(Reader.Of(api.UnitB), path, 404);
        await api.GetAsync(TestUser.With(Permission.OwnProfile, Permission.TeamRead).As(colleague), path, 404);
        await api.GetAsync(TestUser.With(Permission.TrainingsRead), path, 403);
        await api.GetAsync(null, path, 401);
    }

    [Fact]
    public async Task Look_AtAnother_IsLogged_AtEveryTab_AndOneAtOneselfIsNot()
    {
        var person = await api.AddEmployeeAsync(api.UnitA);
        foreach (var tab in new[] { "trainings", "certificates", "documents", "history" })
        {
            await api.GetAsync(Reader, $"/employees/{person}/{tab}");
            await api.GetAsync(TestUser.With(Permission.OwnProfile).As(person), $"/employees/{person}/{tab}");
        }

        var looks = await api.ScalarAsync<string>(
            $"SELECT string_agg(action, ' ' ORDER BY action) FROM audit_entries WHERE subject_id = {person}"
        );

        looks.ShouldBe("GetEmployeeHistory ListEmployeeCertificates ListEmployeeDocuments ListEmployeeTrainings");
    }

    [Fact]
    public async Task Trainings_ShowStateAndJp()
    {
        var training = await api.AddTrainingAsync();
        var person = await api.AddEmployeeAsync();
        await api.AddParticipantAsync(training, "Reserve", person, 3);

        var row = (await api.GetAsync(Reader, $"/employees/{person}/trainings")).GetProperty("items")[0];

        row.Id("trainingId").ShouldBe(training);
        row.GetProperty("state").GetString().ShouldBe("reserve");
        row.GetProperty("reserveRank").GetInt32().ShouldBe(3);
        row.GetProperty("jp").GetInt32().ShouldBe(0);
        row.GetProperty("canOpen").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Documents_OfATraining_AreForWhoTookPart_AndLettersForThemAlone()
    {
        var training = await api.AddTrainingAsync();
        var person = await api.AddEmployeeAsync(api.UnitA);
        var outsider = await api.AddEmployeeAsync(api.UnitA);
        await api.AddParticipantAsync(training, "Confirmed", person);
        await api.AddParticipantAsync(training, "Declined", outsider);
        await UploadAsync(training, "assignmentLetter");
        await UploadAsync(training, "contract");

        var own = await api.GetAsync(TrainingFixture.Employee(person), $"/employees/{person}/documents");
        var none = await api.GetAsync(TrainingFixture.Employee(outsider), $"/employees/{outsider}/documents");
        var letter = own[0].Id("id");

        own.GetArrayLength().ShouldBe(1);
        none.GetArrayLength().ShouldBe(0);
        (await DownloadAsync(TrainingFixture.Employee(person), training, letter)).ShouldBe(HttpStatusCode.OK);
        (await DownloadAsync(TrainingFixture.Employee(outsider), training, letter)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoLooked_IsForThePersonAndTheReadersOfTheTrail()
    {
        var superior = await api.AddEmployeeAsync(api.UnitB);
        var person = await api.AddEmployeeAsync(api.UnitA, superior);
        await api.GetAsync(Reader, $"/employees/{person}/trainings");
        var path = $"/audit/objects/Employee/{person}";

        (await api.GetAsync(TrainingFixture.Employee(person), path)).GetProperty("total").GetInt32().ShouldBe(1);
        await api.GetAsync(TestUser.With(Permission.AuditRead), path);
        await api.GetAsync(TestUser.With(Permission.TeamRead).As(superior), path, 404);
    }

    private static TestUser Reader =>
        TestUser.With(Permission.EmployeesRead, Permission.ParticipantsRead, Permission.CertificatesRead);

    private async Task UploadAsync(Guid training, string kind)
    {
        using var body = new MultipartFormDataContent
        {
            { new StringContent(kind), "kind" },
            {
                new ByteArrayContent("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"u8.ToArray()),
                "file",
                "surat.pdf"
            },
        };
        var response = await api.Client(api.Officer).PostAsync($"/api/v1/trainings/{training}/documents", body);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> DownloadAsync(TestUser user, Guid training, Guid document) =>
        (await api.Client(user).GetAsync($"/api/v1/trainings/{training}/documents/{document}/content")).StatusCode;
}
