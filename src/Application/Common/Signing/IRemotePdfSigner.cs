namespace Pionir.Application.Common.Signing;

/// <summary>
/// A service that holds the keys of persons and signs a PDF for one of them when it is given their pass phrase (of the kind
/// of BSrE's). It gets the whole paper and gives it back signed.
/// </summary>
public interface IRemotePdfSigner
{
    bool IsConfigured { get; }

    /// <param name="person">Number by which the service knows who signs.</param>
    Task<RemoteAnswer> SignAsync(
        string fileName,
        byte[] paper,
        string person,
        string passPhrase,
        CancellationToken cancellationToken
    );
}

/// <param name="File">The signed paper; null when there is none.</param>
public sealed record RemoteAnswer(byte[]? File, RemoteRefusal? Refusal);

public enum RemoteRefusal
{
    /// <summary>Not asked again: such services lock a person's key after a few wrong tries.</summary>
    WrongPassPhrase,

    /// <summary>The service does not know the person, or their certificate no longer holds.</summary>
    UnknownPerson,

    /// <summary>No answer, or trouble of the service's own; worth another try.</summary>
    Unavailable,

    /// <summary>Anything else it says no to, or an answer that is no signature of what was sent.</summary>
    Rejected,
}

/// <summary>Keeps a pass phrase closed while the work that needs it waits, and no longer.</summary>
public interface IPassPhrases
{
    string Close(string passPhrase);

    /// <returns>Null when its time is over.</returns>
    string? Open(string closed);
}
