using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The certificate that a participant brought from somebody else's training.</summary>
[SignedIn]
public sealed record DownloadExternalCertificate(Guid TrainingId, Guid ParticipantId) : IQuery<ExternalCertificateFile>;

public sealed record ExternalCertificateFile(Stream Content, string Name, string ContentType);

internal sealed class DownloadExternalCertificateHandler(
    IDatabase database,
    TrainingGate gate,
    ParticipantScope scope,
    IFileStore files
) : IRequestHandler<DownloadExternalCertificate, Result<ExternalCertificateFile>>
{
    public async Task<Result<ExternalCertificateFile>> Handle(DownloadExternalCertificate request, CancellationToken ct)
    {
        var id = ParticipantId.From(request.ParticipantId);
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training)
            return ParticipantErrors.NotFound();
        var person = await database
            .Set<Participant>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.TrainingId == training.Id, ct);
        var maySee =
            person is not null
            && (gate.IsSelf(person.EmployeeId) || await scope.Of(training).AnyAsync(one => one.Id == id, ct));
        if (!maySee || person!.ExternalCertificate is not { } file)
            return ParticipantErrors.NotFound();
        return new ExternalCertificateFile(await files.OpenAsync(file.FileHash, ct), file.FileName, file.ContentType);
    }
}
