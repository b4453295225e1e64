using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Commands;

/// <summary>Takes a file of units, people or opening balances for a dry run. Nothing changes until it is applied.</summary>
/// <param name="Open">Opens the upload anew each time it is called.</param>
/// <param name="AsOf">The day from which the file is true; today when empty.</param>
/// <param name="MissingLeave">The file is complete: who is missing has left.</param>
[Requires(Permission.EmployeesImport, Permission.JpImport)]
public sealed record ImportEmployees(
    ImportKind Kind,
    string FileName,
    Func<Stream> Open,
    DateOnly? AsOf,
    bool MissingLeave
) : ICommand<ImportStarted>;

/// <param name="Id">The import; its state tells when the dry run is there.</param>
/// <param name="JobId">The job that reads the file.</param>
public sealed record ImportStarted(Guid Id, Guid JobId);

public sealed class ImportEmployeesValidator : AbstractValidator<ImportEmployees>
{
    public ImportEmployeesValidator()
    {
        RuleFor(command => command.FileName).NotEmpty().MaximumLength(Import.FileNameMaximum);
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.AsOf)
            .Must(day => day is null || day.Value.Year is >= 1950 and <= 2100)
            .WithErrorCode("field.range");
    }
}

internal sealed class ImportEmployeesHandler(
    IDatabase database,
    ICurrentUser user,
    IInstitution institution,
    IInstitutionClock clock,
    ISpreadsheetReader spreadsheets,
    IFileStore files,
    IJobQueue jobs,
    TimeProvider time
) : IRequestHandler<ImportEmployees, Result<ImportStarted>>
{
    public async Task<Result<ImportStarted>> Handle(ImportEmployees request, CancellationToken cancellationToken)
    {
        if (!user.MayImport(request.Kind))
        {
            return ImportErrors.NotAllowed();
        }
        var today = await clock.TodayAsync(cancellationToken);
        // Hours stand on their own day.
        var asOf = request.Kind == ImportKind.OpeningBalances ? today : request.AsOf ?? today;
        if (asOf > today)
        {
            return ImportErrors.AsOfInFuture(today);
        }
        if (await database.LaterAsOfAsync(request.Kind, asOf, cancellationToken) is { } last)
        {
            return ImportErrors.AsOfBeforeLast(last);
        }
        var settings = await institution.CurrentAsync(cancellationToken);
        var maximum = settings.Files.ImportMegabytes * 1024L * 1024L;
        var columns = Columns(request, maximum);
        if (!columns.IsSuccess)
        {
            return columns.Error;
        }
        await using var content = request.Open();
        var stored = await files.SaveAsync(
            content,
            request.FileName,
            new FileRules(FileKinds.Table, maximum),
            cancellationToken
        );
        if (!stored.IsSuccess)
        {
            return stored.Error;
        }
        var import = Import.Create(
            request.Kind,
            new ImportFile(stored.Value.Name, stored.Value.Hash, stored.Value.Size, columns.Value),
            asOf,
            request.MissingLeave && request.Kind != ImportKind.OpeningBalances,
            new Actor(user.UserId, user.DisplayName),
            time.GetUtcNow()
        );
        import.WorkedOnBy(jobs.Enqueue(new ReadImport(import.Id.Value), import.FileName));
        database.Set<Import>().Add(import);
        return new ImportStarted(import.Id.Value, import.JobId!.Value);
    }

    /// <summary>What is wrong with the file as a whole is said at once, before anything is kept.</summary>
    private Result<IReadOnlyList<string>> Columns(ImportEmployees request, long maximum)
    {
        var rules = new SpreadsheetRules(ImportColumns.Of(request.Kind), ReadImportHandler.MaximumRows, maximum);
        var opened = spreadsheets.Open(request.Open(), rules);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }
        using var sheet = opened.Value;
        return sheet.Rows().Any()
            ? Result<IReadOnlyList<string>>.Success(sheet.Columns)
            : sheet.Stopped ?? SpreadsheetErrors.NoRows();
    }
}
