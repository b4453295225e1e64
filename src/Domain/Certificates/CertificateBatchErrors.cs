using Pionir.Domain.Common;

namespace Pionir.Domain.Certificates;

public static class CertificateBatchErrors
{
    public static Error NotFound() => Error.NotFound("certificate_batch.not_found");

    public static Error TrainingNotFound() => Error.NotFound("certificate_batch.training_not_found");

    public static Error TrainingNotCompleted() => Error.Rule("certificate_batch.training_not_completed");

    public static Error NotIssuedHere() => Error.Rule("certificate_batch.not_issued_here");

    public static Error IssuedOnInvalid(DateOnly first, DateOnly last) =>
        Error.Invalid("certificate_batch.issued_on_invalid", "issuedOn", ("first", first), ("last", last));

    public static Error NotPassed() => Error.Rule("certificate_batch.not_passed");

    public static Error NothingToIssue() => Error.Rule("certificate_batch.nothing_to_issue");

    public static Error NothingToReissue() => Error.Rule("certificate_batch.nothing_to_reissue");

    public static Error AlreadyRunning() => Error.Conflict("certificate_batch.already_running");

    public static Error AlreadyCompleted() => Error.Conflict("certificate_batch.already_completed");

    public static Error NotPaused() => Error.Conflict("certificate_batch.not_paused");

    /// <summary>Why a person of a cancelled batch has no certificate.</summary>
    public static Error Cancelled() => Error.Rule("certificate_batch.cancelled");

    public static Error SignerMissing() => Error.Rule("certificate_batch.signer_missing");

    public static Error NothingToDownload() => Error.Rule("certificate_batch.nothing_to_download");

    public static Error NothingToPrint(int revoked, int waiting) =>
        Error.Rule("certificate_batch.nothing_to_print", ("revoked", revoked), ("waiting", waiting));

    public static Error NothingToSend() => Error.Rule("certificate_batch.nothing_to_send");
}
