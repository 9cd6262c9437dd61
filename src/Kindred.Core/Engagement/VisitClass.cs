namespace Kindred.Core.Engagement;

/// <summary>Who a visit looks like. Never certain: it is said with its reasons, and a visit is never deleted for it.</summary>
public enum VisitClass
{
    /// <summary>Nothing speaks clearly for a person or for a program. Counts for no score.</summary>
    Unknown,

    /// <summary>Looks human.</summary>
    Human,

    /// <summary>Mail scanner, link preview, crawler.</summary>
    Scanner,
}
