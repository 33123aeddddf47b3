/** How an interface endpoint of a service is added to a VPC. */
import type { Remedy } from '../judge/check.ts';

/** @param service the end of its service name: `ec2`, `ecr.api` */
export function addInterfaceEndpoint(service: string): Remedy {
  return {
    console: `VPC, Endpoints, Create endpoint, com.amazonaws.REGION.${service}, with a subnet in each zone and private DNS names.`,
    cli: `# GROUP lets HTTPS in from the VPC; each zone of an interface endpoint is paid by the hour
aws ec2 create-vpc-endpoint --vpc-id VPC --vpc-endpoint-type Interface \\
  --service-name com.amazonaws.REGION.${service} --subnet-ids SUBNETS --security-group-ids GROUP --private-dns-enabled`,
    terraform: `resource "aws_vpc_endpoint" "this" {
  vpc_id              = aws_vpc.this.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.REGION.${service}"
  subnet_ids          = [aws_subnet.private.id]
  security_group_ids  = [aws_security_group.https.id]
  private_dns_enabled = true
}`,
  };
}
