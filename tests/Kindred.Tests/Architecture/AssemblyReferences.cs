using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Kindred.Tests.Architecture;

/// <summary>One type names another: in its base, interfaces, members, attributes, or inside a method body.</summary>
internal sealed record TypeReferenceEdge(string From, string To);

/// <summary>All references between types of an assembly, read from its metadata and decoded method bodies without running anything.</summary>
internal sealed class AssemblyReferences
{
    private static readonly SignatureNames Names = new();
    private readonly MetadataReader _reader;
    private readonly PEReader _image;
    private readonly HashSet<TypeReferenceEdge> _edges = [];

    private AssemblyReferences(PEReader image)
    {
        _image = image;
        _reader = image.GetMetadataReader();
    }

    public static IReadOnlyCollection<TypeReferenceEdge> Of(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var references = new AssemblyReferences(image);
        foreach (var handle in references._reader.TypeDefinitions)
        {
            references.Type(handle);
        }

        return references._edges;
    }

    private void Type(TypeDefinitionHandle handle)
    {
        var from = TypeNames.Of(_reader, handle);
        var type = _reader.GetTypeDefinition(handle);
        Add(from, type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Add(from, _reader.GetInterfaceImplementation(implemented).Interface);
        }

        Constraints(from, type.GetGenericParameters());
        Attributes(from, type.GetCustomAttributes());
        foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition))
        {
            Add(from, field.DecodeSignature(Names, null));
            Attributes(from, field.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition))
        {
            Add(from, method.DecodeSignature(Names, null));
            Constraints(from, method.GetGenericParameters());
            Attributes(from, method.GetCustomAttributes());
            if (method.RelativeVirtualAddress != 0)
            {
                Body(from, _image.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void Body(string from, MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            foreach (var local in _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(Names, null))
            {
                Add(from, local);
            }
        }

        foreach (var region in body.ExceptionRegions)
        {
            Add(from, region.CatchType);
        }

        foreach (var token in IlTokens.Of(body.GetILReader()))
        {
            Add(from, token);
        }
    }

    private void Add(string from, EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Edge(from, TypeNames.Of(_reader, (TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                Edge(from, TypeNames.Of(_reader, (TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                Add(from, _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(Names, null));
                break;
            case HandleKind.MethodDefinition:
                Add(from, _reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(from, _reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Member(from, _reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var specific = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(from, specific.Method);
                foreach (var argument in specific.DecodeSignature(Names, null))
                {
                    Add(from, argument);
                }

                break;
        }
    }

    private void Member(string from, MemberReference member)
    {
        Add(from, member.Parent);
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            Add(from, member.DecodeMethodSignature(Names, null));
        }
        else
        {
            Add(from, member.DecodeFieldSignature(Names, null));
        }
    }

    private void Constraints(string from, GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => _reader.GetGenericParameter(parameter).GetConstraints()))
        {
            Add(from, _reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void Attributes(string from, CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(from, _reader.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void Add(string from, MethodSignature<ImmutableArray<string>> signature)
    {
        Add(from, signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes)
        {
            Add(from, parameter);
        }
    }

    private void Add(string from, ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            Edge(from, name);
        }
    }

    private void Edge(string from, string to)
    {
        if (from != to)
        {
            _edges.Add(new TypeReferenceEdge(from, to));
        }
    }
}
