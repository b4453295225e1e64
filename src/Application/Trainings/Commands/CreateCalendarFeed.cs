using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <param name="UnitId">For a feed of a unit and everything below it.</param>
/// <param name="Name">To tell one's feeds apart.</param>
[Requires(Permission.CatalogueRead, Permission.TrainingsRead)]
public sealed record CreateCalendarFeed(CalendarFeedKind Kind, Guid? UnitId, string Name)
    : ICommand<CalendarFeedCreated>;

/// <param name="Secret">Part of the address; shown this once.</param>
/// <param name="Path">Address on this server for calendar programs.</param>
public sealed record CalendarFeedCreated(Guid Id, string Secret, string Path);

internal sealed class CreateCalendarFeedValidator : AbstractValidator<CreateCalendarFeed>
{
    public CreateCalendarFeedValidator()
    {
        RuleFor(request => request.Kind).IsInEnum();
        RuleFor(request => request.Name).NotEmpty().MaximumLength(CalendarFeed.NameMaximum);
        RuleFor(request => request.UnitId).NotNull().When(request => request.Kind == CalendarFeedKind.Unit);
    }
}

internal sealed class CreateCalendarFeedHandler(IDatabase database, ICurrentUser user, PlanningDesk desk)
    : IRequestHandler<CreateCalendarFeed, Result<CalendarFeedCreated>>
{
    public Task<Result<CalendarFeedCreated>> Handle(CreateCalendarFeed request, CancellationToken cancellationToken)
    {
        var secret = FeedSecret.New();
        var feed = Create(request, FeedSecret.Hash(secret));
        if (!feed.IsSuccess)
            return Task.FromResult(Result<CalendarFeedCreated>.Failure(feed.Errors));
        database.Set<CalendarFeed>().Add(feed.Value);
        return Task.FromResult<Result<CalendarFeedCreated>>(
            new CalendarFeedCreated(feed.Value.Id.Value, secret, $"/api/v1/calendar/feeds/{secret}.ics")
        );
    }

    private Result<CalendarFeed> Create(CreateCalendarFeed request, string hash)
    {
        if (request.Kind == CalendarFeedKind.Person)
        {
            return user.EmployeeId is { } me
                ? CalendarFeed.ForPerson(me, request.Name, hash, desk.Me, desk.Now)
                : CalendarFeedErrors.NoEmployee();
        }
        if (request.Kind == CalendarFeedKind.Public)
            return CalendarFeed.ForEverybody(request.Name, hash, desk.Me, desk.Now);
        var unit = UnitId.From(request.UnitId!.Value);
        return user.ScopeOf(Permission.TrainingsRead).Contains(unit)
            ? CalendarFeed.ForUnit(unit, request.Name, hash, desk.Me, desk.Now)
            : CalendarFeedErrors.UnitOutOfScope();
    }
}

internal static class FeedSecret
{
    private const int Bytes = 32;

    public static string New() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>The secret has 256 random bits, so a plain hash is enough.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret)));
}
