using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
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
    PersonGate people,
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
        if (person?.ExternalCertificate is not { } file || !await MaySeeAsync(training, person, ct))
            return ParticipantErrors.NotFound();
        return new ExternalCertificateFile(await files.OpenAsync(file.FileHash, ct), file.FileName, file.ContentType);
    }

    private async Task<bool> MaySeeAsync(Training training, Participant person, CancellationToken ct) =>
        gate.IsSelf(person.EmployeeId)
        || await scope.Of(training, database).AnyAsync(one => one.Id == person.Id, ct)
        || (
            person.EmployeeId is { } employee
            && await people.OpenAsync(employee, Permission.CertificatesRead, nameof(DownloadExternalCertificate), ct)
                is not null
        );
}
