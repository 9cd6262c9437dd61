using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Web.Data;

/// <summary>Kinds of tables in words.</summary>
internal static class KindWords
{
    /// <summary>What the rows of a table are.</summary>
    public static Wording Of(TableKind kind) => kind switch
    {
        TableKind.Companies => new("회사", "companies"),
        TableKind.People => new("사람", "people"),
        TableKind.Leads => new("리드", "leads"),
        TableKind.Deals => new("딜", "deals"),
        TableKind.StageHistory => new("단계 변화", "stage changes"),
        TableKind.Subscriptions => new("구독·계약", "subscriptions"),
        TableKind.Invoices => new("청구서", "invoices"),
        TableKind.Usage => new("사용량", "usage"),
        TableKind.Tickets => new("문의", "tickets"),
        TableKind.Costs => new("영업·마케팅 비용", "spend"),
        TableKind.Signals => new("신호", "signals"),
        TableKind.Technologies => new("쓰는 기술", "technologies"),
        TableKind.Activities => new("활동", "activities"),
        TableKind.Owners => new("담당자", "owners"),
        TableKind.DocumentVisits => new("자료 열람", "document visits"),
        TableKind.Cancellations => new("해지", "cancellations"),
        TableKind.Wide => new("한 장에 모은 표", "one wide sheet"),
        _ => new("아직 몰라요", "not known"),
    };
}
