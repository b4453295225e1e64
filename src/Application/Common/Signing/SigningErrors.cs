using Pionir.Domain.Common;

namespace Pionir.Application.Common.Signing;

public static class SigningErrors
{
    public static Error TimestampUnavailable() => Error.Conflict("signing.timestamp_unavailable");

    public static Error NotSignedYet() => Error.Conflict("signing.not_signed_yet");

    public static Error NotRemote() => Error.Rule("signing.not_remote");

    public static Error NothingToSign() => Error.Rule("signing.nothing_to_sign");

    public static Error NotTheSigner(string name) => Error.Rule("signing.not_the_signer", ("name", name));

    public static Error PassPhraseExpired() => Error.Rule("signing.pass_phrase_expired");

    public static Error WrongPassPhrase() => Error.Rule("signing.pass_phrase_wrong");

    public static Error UnknownPerson() => Error.Rule("signing.person_unknown");

    public static Error ServiceUnavailable() => Error.Conflict("signing.service_unavailable");

    public static Error ServiceRejected() => Error.Rule("signing.service_rejected");

    public static Error Of(RemoteRefusal refusal) =>
        refusal switch
        {
            RemoteRefusal.WrongPassPhrase => WrongPassPhrase(),
            RemoteRefusal.UnknownPerson => UnknownPerson(),
            RemoteRefusal.Unavailable => ServiceUnavailable(),
            _ => ServiceRejected(),
        };

    public static Error KeyMissing() => Error.Conflict("signing.key_missing");

    public static Error KeyClosed() => Error.Conflict("signing.key_closed");

    public static Error KeyAbsent() => Error.Conflict("signing.key_absent");

    public static Error KeyKind() => Error.Conflict("signing.key_kind");

    public static Error KeyUsage() => Error.Conflict("signing.key_usage");

    public static Error KeyNotYet(DateTimeOffset from) => Error.Conflict("signing.key_not_yet", ("from", Day(from)));

    public static Error KeyExpired(DateTimeOffset until) =>
        Error.Conflict("signing.key_expired", ("until", Day(until)));

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    public static Error PaperDiffers() => Error.Conflict("signing.paper_differs");
}
