namespace Pionir.Application.Identity;

/// <summary>
/// A change of one's own account that asks for the present password first, so that an unattended screen is not enough.
/// </summary>
internal interface IProvesPassword
{
    string CurrentPassword { get; }
}
