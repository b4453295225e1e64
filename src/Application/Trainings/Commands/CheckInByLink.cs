using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Attendance;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>The same as <see cref="CheckIn"/> for people without an account: their own link says who they are.</summary>
[Public("People from outside have no account; the personal link that was mailed is the key.")]
public sealed record CheckInByLink(string Token, string Code, Guid? SessionId) : ICommand<CheckedIn>;

internal sealed class CheckInByLinkValidator : AbstractValidator<CheckInByLink>
{
    public CheckInByLinkValidator() =>
        RuleFor(request => request.Code).NotEmpty().MaximumLength(CheckInValidator.CodeMaximum);
}

internal sealed class CheckInByLinkHandler(IDatabase database, RegistrationLinks links, CheckInDesk desk)
    : IRequestHandler<CheckInByLink, Result<CheckedIn>>
{
    public async Task<Result<CheckedIn>> Handle(CheckInByLink request, CancellationToken ct)
    {
        var opened = await links.OpenAsync(request.Token, ct);
        if (!opened.IsSuccess)
            return opened.Error;
        var id = opened.Value.Participant.Id;
        var me = database.Set<Participant>().Where(one => one.Id == id);
        return await desk.CheckAsync(me, request.Code, request.SessionId, ct);
    }
}
