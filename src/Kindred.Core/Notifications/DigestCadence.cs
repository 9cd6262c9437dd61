namespace Kindred.Core.Notifications;

/// <summary>How often news of reading is mailed.</summary>
public enum DigestCadence
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>Each morning, where there is news.</summary>
    Daily,

    /// <summary>Each Monday morning, where there is news.</summary>
    Weekly,
}
