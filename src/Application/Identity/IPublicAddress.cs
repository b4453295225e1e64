namespace Pionir.Application.Identity;

/// <summary>Where people reach this installation; links in mails begin with it.</summary>
public interface IPublicAddress
{
    /// <param name="path">Begins with a slash.</param>
    Uri Of(string path);
}
