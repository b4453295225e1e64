namespace Pionir.Domain.Organization.Employees;

/// <summary>A checked identity number: NIP, NI PPPK, NRP or what else the institution's settings know.</summary>
/// <param name="Kind">Code of the kind in the institution's settings, such as <c>nip</c>.</param>
public readonly record struct IdentityNumber(string Kind, string Value)
{
    public const int Maximum = 40;

    public override string ToString() => Value;
}
