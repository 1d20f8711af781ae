import { Module } from '@nestjs/common';

/** Who comes, who came, certificate and accreditation list. */
@Module({})
export class RegistrationsModule {}
