using Pionir.Domain.Organization;

namespace Pionir.Application.Common.Notifications;

/// <summary>Tells people what happened to something of theirs; kept in the transaction of the command, so never about nothing.</summary>
public interface INotifier
{
    void Add(NewNotification notification);
}

/// <param name="Code">Stable word with texts in both languages (<c>Texts/*.json</c>), such as <c>training.approved</c>.</param>
/// <param name="Arguments">Values that the text names: strings, numbers, dates.</param>
/// <param name="Link">Path in the page where one acts on it, such as <c>/trainings/{id}</c>.</param>
public sealed record NewNotification(
    Recipient To,
    string Code,
    IReadOnlyDictionary<string, object?> Arguments,
    string Link
)
{
    public NewNotification(Recipient to, string code, string link, params (string Name, object? Value)[] arguments)
        : this(to, code, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), link) { }
}

/// <summary>An account, or an employee whether or not there is an account yet.</summary>
public readonly record struct Recipient
{
    private Recipient(Guid? userId, Guid? employeeId)
    {
        UserId = userId;
        EmployeeId = employeeId;
    }

    public Guid? UserId { get; }
    public Guid? EmployeeId { get; }

    public static Recipient User(Guid userId) => new(userId, null);

    public static Recipient Employee(EmployeeId employeeId) => new(null, employeeId.Value);
}
