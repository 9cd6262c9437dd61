using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Segments;

/// <summary>Names of the work of people.</summary>
internal static class FunctionWords
{
    public static Wording Of(JobFunction function) => function switch
    {
        JobFunction.Executive => new("경영", "general management"),
        JobFunction.Finance => new("재무", "finance"),
        JobFunction.Technology => new("기술", "technology"),
        JobFunction.Security => new("보안", "security"),
        JobFunction.Product => new("제품", "product"),
        JobFunction.Data => new("데이터", "data"),
        JobFunction.Operations => new("운영", "operations"),
        JobFunction.Sales => new("영업", "sales"),
        JobFunction.RevenueOperations => new("매출 운영", "revenue operations"),
        JobFunction.Marketing => new("마케팅", "marketing"),
        JobFunction.CustomerSuccess => new("고객 성공", "customer success"),
        JobFunction.HumanResources => new("인사", "people"),
        JobFunction.Legal => new("법무", "legal"),
        JobFunction.Procurement => new("구매", "procurement"),
        _ => new("디자인", "design"),
    };
}
