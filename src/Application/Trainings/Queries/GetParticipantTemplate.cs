using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Trainings.Queries;

/// <summary>An empty spreadsheet with the columns that the import of participants reads.</summary>
[Requires(Permission.ParticipantsNominate, Permission.ParticipantsManage)]
public sealed record GetParticipantTemplate : IQuery<byte[]>;

internal sealed class GetParticipantTemplateHandler(ISpreadsheetWriter writer)
    : IRequestHandler<GetParticipantTemplate, Result<byte[]>>
{
    public async Task<Result<byte[]>> Handle(GetParticipantTemplate request, CancellationToken ct)
    {
        using var target = new MemoryStream();
        await writer.WriteAsync(target, SpreadsheetFormat.Xlsx, ParticipantSheet.Template, ct);
        return target.ToArray();
    }
}
