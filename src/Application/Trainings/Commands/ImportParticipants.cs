using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// Reads people from a spreadsheet (NIP, name, unit). A preview changes nothing and shows every row with its
/// errors; otherwise the good rows come in and the others are named with their row numbers.
/// </summary>
[Requires(Permission.ParticipantsNominate, Permission.ParticipantsManage)]
public sealed record ImportParticipants(Guid TrainingId, Stream Content, bool Preview) : ICommand<ImportedParticipants>;

/// <param name="Rows">Every row of the file in a preview; only the refused ones otherwise.</param>
public sealed record ImportedParticipants(int Accepted, int Refused, IReadOnlyList<ImportedRow> Rows);

/// <param name="Row">As the spreadsheet numbers it.</param>
/// <param name="RecordedUnit">Of the person, where the file says another: told, but no ground to refuse the row.</param>
public sealed record ImportedRow(
    int Row,
    string Number,
    string Name,
    string Unit,
    IReadOnlyList<Error> Errors,
    string? RecordedUnit = null
);

internal sealed class ImportParticipantsHandler(
    TrainingGate gate,
    NominationDesk desk,
    ParticipantSheet sheet,
    IEmployeeDirectory employees,
    ICurrentUser user
) : IRequestHandler<ImportParticipants, Result<ImportedParticipants>>
{
    public async Task<Result<ImportedParticipants>> Handle(ImportParticipants request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training)
            return TrainingErrors.NotFound();
        var runs = gate.Runs(training);
        if (!runs && !training.IsPublished)
            return TrainingErrors.NotFound();
        if (training.CheckAcceptsParticipants() is { IsSuccess: false } closed)
            return closed.Error;
        var read = sheet.Read(request.Content);
        if (!read.IsSuccess)
            return Result<ImportedParticipants>.Failure(read.Errors);

        var rows = read.Value;
        var cards = await employees.FindByNumbersAsync([.. rows.Select(row => row.Number).Distinct()], ct);
        var mine = user.ScopeOf(Permission.ParticipantsNominate);
        var listed = new Dictionary<EmployeeId, SheetRow>();
        var people = new List<EmployeeCard>();
        foreach (var row in rows.Where(row => row.Errors.Count == 0))
        {
            List<EmployeeCard> meant = [.. cards[row.Number].Where(card => runs || mine.Contains(card.UnitId))];
            if (meant is not [var card])
            {
                row.Errors.Add(
                    meant.Count == 0
                        ? ParticipantErrors.EmployeeUnknown(row.Number)
                        : ParticipantErrors.NumberAmbiguous(row.Number)
                );
            }
            else if (!ParticipantSheet.IsSameName(row.Name, card.Name))
            {
                row.Errors.Add(ParticipantErrors.NameDiffers(row.Name, card.Name));
            }
            else if (!listed.TryAdd(card.Id, row))
            {
                row.Errors.Add(ParticipantErrors.NumberTwice(row.Number));
            }
            else
            {
                people.Add(card);
                row.RecordedUnit = ParticipantSheet.IsSameUnit(row.Unit, card) ? null : card.UnitName;
            }
        }
        var outcome = await desk.NominateAsync(
            training,
            people,
            ParticipantSource.Imported,
            null,
            ct,
            dryRun: request.Preview
        );
        foreach (var refused in outcome.Refused)
            listed[EmployeeId.From(refused.EmployeeId!.Value)].Errors.AddRange(refused.Errors);

        var bad = rows.Count(row => row.Errors.Count > 0);
        return new ImportedParticipants(
            rows.Count - bad,
            bad,
            [
                .. rows.Where(row => request.Preview || row.Errors.Count > 0)
                    .Select(row => new ImportedRow(
                        row.Row,
                        row.Number,
                        row.Name,
                        row.Unit,
                        row.Errors,
                        row.RecordedUnit
                    )),
            ]
        );
    }
}
