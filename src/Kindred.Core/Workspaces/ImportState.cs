namespace Kindred.Core.Workspaces;

/// <summary>Where an import stands. Readers see only active ones; publishing and undoing change one row.</summary>
public enum ImportState
{
    /// <summary>Rows are being stored; nobody sees them.</summary>
    Staging,

    /// <summary>Everything is stored and visible.</summary>
    Active,

    /// <summary>Taken back; the rows wait for a repetition or for purging.</summary>
    Undone,
}
