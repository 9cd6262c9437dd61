namespace Kindred.Core.Notifications;

/// <summary>Where a mail of the outbox is.</summary>
public enum MailState
{
    /// <summary>Waits for its turn, or for a mail server to be set.</summary>
    Waiting,

    /// <summary>Being handed over now.</summary>
    Sending,

    /// <summary>Handed over.</summary>
    Sent,

    /// <summary>Handing over broke off: it may have arrived. It is not sent again unless a person says so.</summary>
    Unknown,

    /// <summary>Refused, or tried for three days.</summary>
    Failed,
}
