using System.Text.Json;

namespace Pionir.Api.Tests.Trainings;

/// <summary>A list of people as a spreadsheet: good rows come in, others are named.</summary>
public sealed class ParticipantUploadTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Upload_TakesGoodRows_AndNamesTheOthers()
    {
        var training = await api.AddTrainingAsync();
        var good = await api.AddEmployeeAsync();
        var number = await api.ScalarAsync<string>($"SELECT number FROM employees WHERE id = {good}");
        var csv = $"NIP,Nama,Unit\n{number},,\n{number},,\n111111111111111111,Tidak Ada,\n";

        var preview = await UploadAsync(training, csv, preview: true);
        preview.GetProperty("accepted").GetInt32().ShouldBe(1);
        var imported = await UploadAsync(training, csv, preview: false);

        imported.GetProperty("accepted").GetInt32().ShouldBe(1);
        imported
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row => (row.GetProperty("row").GetInt32(), row.GetProperty("errors")[0].Code()))
            .ShouldBe([(3, "participant.number_twice"), (4, "participant.employee_unknown")]);
    }

    [Fact]
    public async Task Upload_OfANumberThatTwoPeopleHave_TellsIt_AndTakesNeither()
    {
        var training = await api.AddTrainingAsync();
        var one = await api.AddEmployeeAsync();
        var other = await api.AddEmployeeAsync();
        var number = await api.ScalarAsync<string>($"SELECT number FROM employees WHERE id = {one}");
        await api.SqlAsync(
            $"INSERT INTO employee_numbers (number, kind, employee_id) VALUES ({number}, {"lokal"}, {other})"
        );

        var imported = await UploadAsync(training, $"NIP,Nama,Unit\n{number},,\n", preview: false);

        imported.GetProperty("accepted").GetInt32().ShouldBe(0);
        imported.GetProperty("rows")[0].GetProperty("errors")[0].Code().ShouldBe("participant.number_ambiguous");
    }

    [Fact]
    public async Task Upload_OfAnotherName_IsRefused_WithBothNames()
    {
        var training = await api.AddTrainingAsync();
        var person = await api.AddEmployeeAsync();
        var number = await api.ScalarAsync<string>($"SELECT number FROM employees WHERE id = {person}");

        var imported = await UploadAsync(training, $"NIP,Nama,Unit\n{number},Sri Wahyuni,\n", preview: false);

        imported.GetProperty("accepted").GetInt32().ShouldBe(0);
        var error = imported.GetProperty("rows")[0].GetProperty("errors")[0];
        error.Code().ShouldBe("participant.name_differs");
        error.GetRawText().ShouldContain("Sri Wahyuni");
    }

    [Fact]
    public async Task Upload_WithOtherColumns_IsRefused()
    {
        var training = await api.AddTrainingAsync();
        using var form = Form("a,b\n1,2\n");
        var response = await api.Client(api.Officer)
            .PostAsync($"/api/v1/trainings/{training}/participants/import", form);
        ((int)response.StatusCode).ShouldBe(400);
    }

    private async Task<JsonElement> UploadAsync(Guid training, string csv, bool preview)
    {
        using var form = Form(csv);
        var response = await api.Client(api.Officer)
            .PostAsync($"/api/v1/trainings/{training}/participants/import?preview={preview}", form);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static MultipartFormDataContent Form(string csv) =>
        new() { { new StringContent(csv), "file", "peserta.csv" } };
}
