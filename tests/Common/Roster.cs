using System.Net;
using System.Net.Http.Json;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Jobs.Queries;
using Pionir.Application.Organization.Commands;
using Pionir.Application.Organization.Queries;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;
using Shouldly;

namespace Pionir.Tests.Common;

/// <summary>A synthetic roster (nobody in it is real) and the way it comes in: by upload, dry run and apply.</summary>
public static class Roster
{
    private static readonly TestUser Importer = TestUser.With(
        Permission.EmployeesImport,
        Permission.JpImport,
        Permission.JobsReadAll
    );

    /// <summary>24 units.</summary>
    public static byte[] Units => File("units.csv");

    /// <summary>1,834 people of these units.</summary>
    public static byte[] Employees => File("employees.csv");

    /// <summary>40 rows; the last column says which code an importer must report.</summary>
    public static byte[] WithErrors => File("employees-with-errors.csv");

    /// <summary>Brings in units and people, for tests that need an institution to work on.</summary>
    public static async Task ImportRosterAsync(this ApiFixture api)
    {
        await api.ImportAsync(ImportKind.Units, Units);
        await api.ImportAsync(ImportKind.Employees, Employees);
    }

    /// <summary>Upload, dry run, apply.</summary>
    public static async Task<ImportView> ImportAsync(
        this ApiFixture api,
        ImportKind kind,
        byte[] content,
        string fileName = "roster.csv"
    )
    {
        var import = await api.DryRunAsync(kind, content, fileName);
        return import.CanApply ? await api.ApplyAsync(import.Id) : import;
    }

    public static async Task<ImportView> DryRunAsync(
        this ApiFixture api,
        ImportKind kind,
        byte[] content,
        string fileName = "roster.csv",
        params (string Name, string Value)[] more
    )
    {
        var response = await api.UploadAsync(kind, content, fileName, more);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        var started = await response.Content.ReadFromJsonAsync<ImportStarted>(ApiFixture.Json);
        await api.FinishAsync(started!.JobId);
        return await api.ImportAsync(started.Id);
    }

    public static Task<HttpResponseMessage> UploadAsync(
        this ApiFixture api,
        ImportKind kind,
        byte[] content,
        string fileName = "roster.csv",
        params (string Name, string Value)[] more
    )
    {
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", fileName },
            { new StringContent(kind.ToString().ToLowerInvariant()), "kind" },
        };
        foreach (var (name, value) in more)
        {
            form.Add(new StringContent(value), name);
        }
        return api.Client(Importer).PostAsync("/api/v1/imports", form);
    }

    public static async Task<ImportView> ApplyAsync(this ApiFixture api, Guid id)
    {
        var response = await api.Client(Importer).PostAsync($"/api/v1/imports/{id}/apply", null);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        await api.FinishAsync((await response.Content.ReadFromJsonAsync<JobAccepted>(ApiFixture.Json))!.JobId);
        return await api.ImportAsync(id);
    }

    public static async Task<ImportView> ImportAsync(this ApiFixture api, Guid id) =>
        (await api.Client(Importer).GetFromJsonAsync<ImportView>($"/api/v1/imports/{id}", ApiFixture.Json))!;

    /// <summary>Waits until a job has ended.</summary>
    public static async Task<JobView> FinishAsync(this ApiFixture api, Guid jobId)
    {
        var client = api.Client(Importer);
        for (var look = 0; look < 3000; look++)
        {
            var job = await client.GetFromJsonAsync<JobView>($"/api/v1/jobs/{jobId}", ApiFixture.Json);
            if (job!.State is JobState.Succeeded or JobState.Failed)
            {
                return job;
            }
            await Task.Delay(20);
        }
        throw new TimeoutException($"Job {jobId} has not ended within a minute.");
    }

    private static byte[] File(string name)
    {
        using var stream = typeof(Roster).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
