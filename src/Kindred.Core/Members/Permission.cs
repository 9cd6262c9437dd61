namespace Kindred.Core.Members;

/// <summary>One thing a person may do in a workspace.</summary>
public enum Permission
{
    /// <summary>See the pages.</summary>
    Look,

    /// <summary>Take data away as a file.</summary>
    Export,

    /// <summary>Take a lead, or pass on it.</summary>
    DecideLeads,

    /// <summary>Answer what is open about a lead.</summary>
    AnswerLeads,

    /// <summary>Upload documents, make links to them and close them.</summary>
    ShareDocuments,

    /// <summary>Bring files in.</summary>
    ImportData,

    /// <summary>Take an import back.</summary>
    UndoImport,

    /// <summary>Start the building of a profile.</summary>
    BuildProfile,

    /// <summary>Change clauses of a profile.</summary>
    EditProfile,

    /// <summary>Sign a profile off.</summary>
    SignOff,

    /// <summary>Change bins and points of a card.</summary>
    EditCard,

    /// <summary>Put a card in use.</summary>
    PublishCard,

    /// <summary>Invite and remove people, change their roles.</summary>
    ManagePeople,

    /// <summary>Change the settings.</summary>
    ChangeSettings,

    /// <summary>Read who did what.</summary>
    SeeAudit,

    /// <summary>Delete what is kept about a person.</summary>
    ErasePeople,
}
