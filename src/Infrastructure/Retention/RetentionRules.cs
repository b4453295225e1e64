namespace Pionir.Infrastructure.Retention;

/// <summary>Section <c>Retention</c> of the configuration: how many days things are kept that nobody needs for ever.</summary>
public sealed class RetentionRules
{
    /// <summary>Sessions, counted from the moment they could last be used: who was signed in from where.</summary>
    public int Sessions { get; set; } = 90;

    /// <summary>Links for passwords, counted from their use, replacement or end; and tokens of API clients.</summary>
    public int Links { get; set; } = 30;

    /// <summary>Finished jobs.</summary>
    public int Jobs { get; set; } = 90;

    /// <summary>Whom mail went to, and the text of mail that could not be sent.</summary>
    public int Mail { get; set; } = 180;

    /// <summary>Rows of imports that have ended, and the files they came in; a dry run as old as that is thrown away.</summary>
    public int Imports { get; set; } = 90;

    /// <summary>Notifications that were read.</summary>
    public int Notifications { get; set; } = 180;
}
