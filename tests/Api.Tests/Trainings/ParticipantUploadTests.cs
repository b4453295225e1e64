using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Pionir.Tests.Common;

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
        var csv = $"NIP,Nama,Unit\n{number},,\n{number},,\n111111111111111111,Tidak Ada,\n,Kosong,\n";

        var preview = await UploadAsync(training, csv, preview: true);
        preview.GetProperty("accepted").GetInt32().ShouldBe(1);
        var imported = await UploadAsync(training, csv, preview: false);

        imported.GetProperty("accepted").GetInt32().ShouldBe(1);
        imported
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row => (row.GetProperty("row").GetInt32(), row.GetProperty("errors")[0].Code()))
            .ShouldBe([
                (3, "participant.number_twice"),
                (4, "participant.employee_unknown"),
                (5, "participant.number_missing"),
            ]);
    }

    /// <summary>The template as it is handed out, its example overwritten in a spreadsheet program.</summary>
    [Fact]
    public async Task Workbook_FilledFromTheTemplate_IsPreviewed_AndBringsThePeopleIn()
    {
        var training = await api.AddTrainingAsync();
        var template = await api.Client(api.Officer).GetByteArrayAsync("/api/v1/participants/template");
        var columns = Workbook.Read(template)[0].Select(cell => $"{cell}").ToArray();
        columns.ShouldBe(["NIP", "Nama", "Unit"]);
        var people = new[] { await api.AddEmployeeAsync(), await api.AddEmployeeAsync() };
        var numbers = await Task.WhenAll(
            people.Select(one => api.ScalarAsync<string>($"SELECT number FROM employees WHERE id = {one}"))
        );
        var file = Workbook.From(
            Workbook.Row(1, columns)
                + Workbook.Row(2, $"{numbers[0][..8]} {numbers[0][8..14]} {numbers[0][14..]}", "", "Biro Umum")
                + Workbook.Row(4, numbers[1], "", "")
                + Workbook.Row(5, "1.98506E+17", "", "")
        );

        var preview = await UploadAsync(training, file, preview: true);
        (await CountAsync(training)).ShouldBe(0);
        var imported = await UploadAsync(training, file, preview: false);

        preview.GetProperty("accepted").GetInt32().ShouldBe(2);
        preview.GetProperty("rows").GetArrayLength().ShouldBe(3);
        preview.GetProperty("rows")[0].GetProperty("unit").GetString().ShouldBe("Biro Umum");
        imported.GetProperty("refused").GetInt32().ShouldBe(1);
        imported.GetProperty("rows")[0].GetProperty("row").GetInt32().ShouldBe(5);
        (await CountAsync(training)).ShouldBe(2);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM participants WHERE employee_id = ANY({people}) AND source = {"Imported"}"
            )
        ).ShouldBe(2);
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
    public async Task Upload_OfANumberOfAnotherSiti_IsRefused()
    {
        var training = await api.AddTrainingAsync();
        var person = await api.AddEmployeeAsync();
        await api.SqlAsync($"UPDATE employees SET name = {"Dra. Siti Aminah, M.Si."} WHERE id = {person}");
        var number = await api.ScalarAsync<string>($"SELECT number FROM employees WHERE id = {person}");

        var other = await UploadAsync(training, $"NIP,Nama,Unit\n{number},Siti Rahmawati,\n", preview: true);
        var same = await UploadAsync(training, $"NIP,Nama,Unit\n{number},SITI AMINAH,\n", preview: true);

        other.GetProperty("rows")[0].GetProperty("errors")[0].Code().ShouldBe("participant.name_differs");
        same.GetProperty("accepted").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Upload_WithAnotherUnitThanOnRecord_SaysSo_AndTakesThePerson()
    {
        var training = await api.AddTrainingAsync();
        var person = await api.AddEmployeeAsync();
        var number = await api.ScalarAsync<string>($"SELECT number FROM employees WHERE id = {person}");
        var unit = await api.ScalarAsync<string>($"SELECT name FROM units WHERE id = {api.UnitA}");

        var other = await UploadAsync(training, $"NIP,Nama,Unit\n{number},,Biro Lain\n", preview: true);
        var same = await UploadAsync(training, $"NIP,Nama,Unit\n{number},,{unit}\n", preview: true);

        other.GetProperty("accepted").GetInt32().ShouldBe(1);
        other.GetProperty("rows")[0].GetProperty("recordedUnit").GetString().ShouldBe(unit);
        same.GetProperty("rows")[0].GetProperty("recordedUnit").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "spreadsheet.columns_missing")]
    [InlineData("NIP,Nama,Unit\n", "spreadsheet.no_rows")]
    public async Task Upload_ThatNamesNobody_IsRefused(string csv, string code)
    {
        var training = await api.AddTrainingAsync();
        using var form = Form(Encoding.UTF8.GetBytes(csv));
        var response = await api.Client(api.Officer)
            .PostAsync($"/api/v1/trainings/{training}/participants/import", form);
        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).Code().ShouldBe(code);
    }

    private Task<long> CountAsync(Guid training) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM participants WHERE training_id = {training}");

    private Task<JsonElement> UploadAsync(Guid training, string csv, bool preview) =>
        UploadAsync(training, Encoding.UTF8.GetBytes(csv), preview);

    private async Task<JsonElement> UploadAsync(Guid training, byte[] file, bool preview)
    {
        using var form = Form(file);
        var response = await api.Client(api.Officer)
            .PostAsync($"/api/v1/trainings/{training}/participants/import?preview={preview}", form);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static MultipartFormDataContent Form(byte[] file) =>
        new() { { new ByteArrayContent(file), "file", "peserta" } };
}
