using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Credentials;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Signing;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Common.OwnData;

public sealed record ExportOwnDataJob(Guid ExportId, Guid AccountId, Guid? EmployeeId) : IJobArguments
{
    public static string Kind => "own_data.export";
}

/// <summary>Tables as JSON and as one workbook, and every paper that bears the person's name.</summary>
internal sealed class ExportOwnDataJobHandler(
    IDatabase database,
    IOwnDataTables tables,
    OwnDataPackage package,
    CertificatePrinter printer,
    CredentialDesk desk,
    IFileStore files,
    INotifier notifier,
    TimeProvider time
) : IJobHandler<ExportOwnDataJob>
{
    public async Task<JobOutcome> RunAsync(
        ExportOwnDataJob arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        var export = await database
            .Set<OwnDataExport>()
            .SingleOrDefaultAsync(found => found.Id == arguments.ExportId, cancellationToken);
        if (export is null)
            return new JobOutcome(null, OwnDataErrors.NotFound());
        IReadOnlyList<EmployeeId> employees = arguments.EmployeeId is { } employee
            ? await database.RecordsOfAsync(EmployeeId.From(employee), cancellationToken)
            : [];
        var issued = await IssuedAsync(employees, cancellationToken);
        var brought = await BroughtAsync(employees, cancellationToken);
        var total = tables.Count + issued.Count + brought.Count + 1;
        var done = 0;
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            var read = new List<OwnDataTable>();
            var subject = await SubjectAsync(arguments, employees, cancellationToken);
            await foreach (var table in tables.ReadAsync(subject, cancellationToken))
            {
                read.Add(table);
                await progress.ReportAsync(++done, total, cancellationToken);
            }
            await package.WriteAsync(zip, read, subject.Name, time.GetUtcNow(), cancellationToken);
            foreach (var certificate in issued)
            {
                if (certificate.IsIntact())
                    await AddIssuedAsync(zip, certificate, cancellationToken);
                await progress.ReportAsync(++done, total, cancellationToken);
            }
            foreach (var (id, file) in brought)
            {
                await using var stream = await files.OpenAsync(file.FileHash, cancellationToken);
                await AddAsync(zip, $"sertifikat-luar/{id.Value:N}-{file.FileName}", stream, cancellationToken);
                await progress.ReportAsync(++done, total, cancellationToken);
            }
        }
        export.Fill(content.ToArray(), time.GetUtcNow());
        notifier.Add(new NewNotification(Recipient.User(arguments.AccountId), "own_data.ready", "/profile"));
        await database.SaveChangesAsync(cancellationToken);
        await progress.ReportAsync(total, total, cancellationToken);
        return new JobOutcome(new { Files = issued.Count + brought.Count, Size = export.Size });
    }

    /// <summary>The paper as it is given out, and beside it what machines read of it.</summary>
    private async Task AddIssuedAsync(ZipArchive zip, Certificate certificate, CancellationToken cancellationToken)
    {
        var paper = await printer.PrintAsync(certificate, cancellationToken);
        // What waits for a person's signature is theirs as well; a time-stamp that cannot be had fails the job, which is
        // tried again later.
        var content =
            !paper.IsSuccess && paper.Error.Code == SigningErrors.NotSignedYet().Code
                ? await printer.AsItStandsAsync(certificate, cancellationToken)
                : paper.Value;
        var name = PaperName(certificate);
        await AddAsync(zip, $"{name}.pdf", new MemoryStream(content), cancellationToken);
        var credential = await desk.ReadAsync(certificate, cancellationToken);
        if (credential.IsSuccess)
            await AddAsync(zip, $"{name}.json", new MemoryStream(credential.Value), cancellationToken);
    }

    private async Task<OwnDataSubject> SubjectAsync(
        ExportOwnDataJob arguments,
        IReadOnlyList<EmployeeId> employees,
        CancellationToken cancellationToken
    )
    {
        var id = AccountId.From(arguments.AccountId);
        var account = await database.Set<Account>().AsNoTracking().SingleAsync(own => own.Id == id, cancellationToken);
        return new OwnDataSubject(id.Value, account.Name, [.. employees.Select(employee => employee.Value)]);
    }

    private Task<List<Certificate>> IssuedAsync(IReadOnlyList<EmployeeId> employees, CancellationToken ct) =>
        database
            .Set<Certificate>()
            .AsNoTracking()
            .Where(one => one.EmployeeId != null && employees.Contains(one.EmployeeId.Value))
            .OrderBy(one => one.IssuedAt)
            .ToListAsync(ct);

    private async Task<List<(ParticipantId, ExternalCertificate)>> BroughtAsync(
        IReadOnlyList<EmployeeId> employees,
        CancellationToken ct
    )
    {
        var people = await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.EmployeeId != null && employees.Contains(one.EmployeeId.Value))
            .Where(one => one.ExternalCertificate != null)
            .ToListAsync(ct);
        return people.ConvertAll(one => (one.Id, one.ExternalCertificate!));
    }

    private static string PaperName(Certificate certificate) =>
        $"sertifikat/{CertificatePrinter.Safe(certificate.Number)}"
        + (certificate.Status == CertificateStatus.Issued ? "" : "-tidak-berlaku");

    private static async Task AddAsync(ZipArchive zip, string name, Stream content, CancellationToken ct)
    {
        await using var target = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        await content.CopyToAsync(target, ct);
    }
}
