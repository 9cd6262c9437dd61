namespace Kindred.Documents.Sharing;

/// <summary>What a link asks of its readers and allows them. A change raises the link's revision, which ends sessions begun before.</summary>
public sealed record ShareOptions
{
    /// <summary>Readers give their e-mail address.</summary>
    public bool AskEmail { get; init; }

    /// <summary>They prove it with a code sent there. Implies <see cref="AskEmail"/>.</summary>
    public bool VerifyEmail { get; init; }

    /// <summary>Name and company are asked too, and become a contact.</summary>
    public bool CaptureLead { get; init; }

    /// <summary>Addresses ("a@b.kr") and domains ("b.kr", sub-domains included) that may read; empty lets everybody. Implies <see cref="AskEmail"/>.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Last moment it opens; null never ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How often it may be opened at all; null as often as one likes.</summary>
    public int? MaxOpens { get; init; }

    /// <summary>The file itself may be downloaded.</summary>
    public bool AllowDownload { get; init; }

    /// <summary>Text cannot be selected. Deters, cannot prevent.</summary>
    public bool ForbidCopy { get; init; }

    /// <summary>Who looks, when and from where is burnt into every page.</summary>
    public bool HasWatermark { get; init; }

    /// <summary>Readers agree to the notice before they read.</summary>
    public bool AskConsent { get; init; }

    /// <summary>No address, no name, no network address and no device are kept: only that somebody read.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>What readers are asked to do at the end, or null.</summary>
    public CallToAction? Cta { get; init; }

    /// <summary>Whether a reader's address is needed.</summary>
    public bool NeedsEmail => AskEmail || VerifyEmail || CaptureLead || Allowed.Count > 0;
}
