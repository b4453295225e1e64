using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>Collects how an act on many people goes. When nothing could be done at all, the whole act is refused.</summary>
internal sealed class Bulk
{
    private readonly List<ParticipationOutcome> done = [];
    private readonly List<RefusedPerson> refused = [];

    public void Add(Participant participant, Result result, Error? notice = null, bool canTakeBack = false)
    {
        if (result.IsSuccess)
        {
            done.Add(new(participant.Id.Value, participant.State, participant.ReserveRank, notice, canTakeBack));
            return;
        }
        refused.Add(new(participant.EmployeeId?.Value, participant.IdentityNumber, participant.Name, result.Errors));
    }

    /// <summary>Done, with something that the one who did it must know.</summary>
    public void Note(Participant participant, Error notice)
    {
        var at = done.FindIndex(one => one.ParticipantId == participant.Id.Value);
        done[at] = done[at] with { Notice = notice };
    }

    /// <summary>Of somebody out of scope not even the name is told.</summary>
    public void Refuse(Participant? participant, Error error) =>
        refused.Add(
            error.Kind == ErrorKind.NotFound
                ? new(null, null, null, [error])
                : new(participant?.EmployeeId?.Value, participant?.IdentityNumber, participant?.Name, [error])
        );

    public Result<BulkOutcome> ToResult(int reservesOffered = 0) =>
        done.Count == 0 && refused.Count > 0
            ? Result<BulkOutcome>.Failure([.. refused.SelectMany(one => one.Errors).Distinct().Take(100)])
            : new BulkOutcome(done, refused, reservesOffered);
}
