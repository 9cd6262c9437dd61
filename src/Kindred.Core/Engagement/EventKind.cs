namespace Kindred.Core.Engagement;

/// <summary>What a person did, as far as it says something about their interest.</summary>
public enum EventKind
{
    /// <summary>Something we did (a call, a mail we sent), or unknown: worth nothing.</summary>
    Ours,

    /// <summary>Read a document.</summary>
    Reading,

    /// <summary>Met us.</summary>
    Meeting,

    /// <summary>Saw or asked for a demo.</summary>
    Demo,

    /// <summary>Answered a message.</summary>
    Reply,

    /// <summary>Came to a webinar or an event.</summary>
    Webinar,

    /// <summary>Downloaded something.</summary>
    Download,

    /// <summary>Clicked an advertisement or a link in a mail.</summary>
    Click,
}
