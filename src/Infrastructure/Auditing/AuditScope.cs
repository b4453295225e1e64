namespace Pionir.Infrastructure.Auditing;

/// <summary>Which use case is running and why, as the audit trail names it.</summary>
public sealed class AuditScope
{
    public string Action { get; private set; } = "System";
    public string? Reason { get; private set; }

    public void Begin(string action, string? reason)
    {
        Action = action;
        Reason = reason;
    }
}
