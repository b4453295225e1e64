using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace Pionir.Benchmarks;

/// <summary>From the upload of a roster to everybody being in, beside COPY of the same file into a plain table.</summary>
internal sealed class Imports(PageSession admin, NpgsqlDataSource owner)
{
    /// <returns>Seconds for the people; the units are there afterwards too.</returns>
    public async Task<double> RunAsync(string folder)
    {
        await ImportAsync("units", Path.Combine(folder, "units.csv"));
        return await ImportAsync("employees", Path.Combine(folder, "employees.csv"));
    }

    public async Task<double> CopyAsync(string folder)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await ExecuteAsync(connection, "DROP TABLE IF EXISTS copied");
        var file = Path.Combine(folder, "employees.csv");
        var columns = File.ReadLines(file).First().Split(',');
        await ExecuteAsync(
            connection,
            $"CREATE TABLE copied ({string.Join(", ", columns.Select(name => name + " text"))})"
        );
        var watch = Stopwatch.StartNew();
        await using (var target = await connection.BeginTextImportAsync("COPY copied FROM STDIN (FORMAT csv, HEADER)"))
        {
            using var source = File.OpenText(file);
            var buffer = new char[64 * 1024];
            while (await source.ReadAsync(buffer) is > 0 and var read)
            {
                await target.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        var seconds = watch.Elapsed.TotalSeconds;
        await ExecuteAsync(connection, "DROP TABLE copied");
        return seconds;
    }

    private async Task<double> ImportAsync(string kind, string file)
    {
        var watch = Stopwatch.StartNew();
        using var form = new MultipartFormDataContent();
        await using var stream = File.OpenRead(file);
        var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(content, "file", Path.GetFileName(file));
        form.Add(new StringContent(kind), "kind");
        var id = (await PostAsync("/api/v1/imports", form)).GetProperty("id").GetGuid();
        await UntilAsync(id, "checked");
        using var nothing = JsonContent.Create(new { });
        await PostAsync($"/api/v1/imports/{id}/apply", nothing);
        await UntilAsync(id, "applied");
        return watch.Elapsed.TotalSeconds;
    }

    private async Task<JsonElement> PostAsync(string path, HttpContent content)
    {
        using var answer = await admin.Http.PostAsync(path, content);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body : throw new InvalidOperationException($"{path}: {body}");
    }

    private async Task UntilAsync(Guid id, string state)
    {
        while (true)
        {
            var import = await admin.Http.GetFromJsonAsync<JsonElement>($"/api/v1/imports/{id}");
            var now = import.GetProperty("state").GetString();
            if (now == state)
            {
                return;
            }
            if (now is "failed" or "discarded")
            {
                throw new InvalidOperationException($"The import ended: {import}");
            }
            await Task.Delay(20);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
